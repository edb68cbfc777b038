"""Silent: what a person decides, in the shapes that real projects use."""

import ssl

import requests
from OpenSSL import SSL

MODES = {ssl.CERT_NONE: SSL.VERIFY_NONE, ssl.CERT_REQUIRED: SSL.VERIFY_PEER}


def fetch(args):
    requests.get("https://x", verify=not args.insecure)


class Command:
    def __init__(self, options):
        self.options = options

    def run(self):
        return requests.get("https://x", verify=not self.options.insecure)


class Loose:
    flag = False

    def options(self):
        return {"verify": self.flag}


class Strict(Loose):
    flag = True


requests.get("https://x", **Strict().options())
requests.get("https://x", **Loose().options())  # PS101: 37


def parse_bool(text):
    if text in ("no", "off"):
        return False
    return True


def plugin(settings):
    requests.get("https://x", verify=parse_bool(settings.get("verify", True)))


def translated(context: SSL.Context, value):
    context.set_verify(MODES[value], None)
