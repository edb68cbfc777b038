"""Contexts of servers, choices that outlive sums and entries, and guards on what was kept."""

import asyncio
import smtplib
import ssl
import subprocess

import jira
import paramiko
import requests
from ansible.module_utils.compat.paramiko import paramiko as shipped
from ansible.module_utils.urls import Request, open_url


class Listener:
    def __init__(self, certificate):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS)
        self.context.load_cert_chain(certificate)
        self.context.verify_mode = ssl.CERT_NONE

    def accept(self, sock):
        return self.context.wrap_socket(sock, server_side=True)


class Caller:
    def __init__(self):
        self.context = ssl.create_default_context()
        self.context.check_hostname = False
        self.context.verify_mode = ssl.CERT_NONE  # PS102: 40

    def connect(self, sock):
        return self.context.wrap_socket(sock, server_hostname="example.org")


async def serve(handle):
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)
    context.verify_mode = ssl.CERT_NONE
    return await asyncio.start_server(handle, port=8443, ssl=context)


def mail(verify_ssl):
    context = ssl.create_default_context() if verify_ssl else None
    smtplib.SMTP_SSL("mail.example.org", context=context)
    smtplib.SMTP_SSL("mail.example.org", context=None)  # PS104: 13


def tracker(validate_certs):
    jira.JIRA(options=None if validate_certs else {"verify": False})
    jira.JIRA(options={"verify": False})  # PS101: 34


def copy(source, options):
    command = ["curl"]
    if options.insecure:
        command.append("-k")
    subprocess.run(command + [source])
    subprocess.run(["nice"] + command + [source])
    subprocess.run(" ".join(command), shell=True)
    subprocess.run(["curl", *(["-k"] if options.insecure else []), source])
    subprocess.run(["curl"] + ["-k"] + [source])  # PS107: 20


def chosen(mode):
    context = ssl.create_default_context()
    if mode == "ignore":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def staged(stage):
    context = ssl.create_default_context()
    if stage == "dev":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # PS102: 35
    return context


class Transport:
    def __init__(self, bundle=None):
        self.bundle = bundle

    def guarded(self):
        session = requests.Session()
        if self.bundle is not None:
            session.verify = self.bundle
        return session

    def true(self):
        session = requests.Session()
        if self.bundle:
            session.verify = self.bundle
        return session

    def unguarded(self):
        session = requests.Session()
        session.verify = self.bundle  # PS101: 31
        return session


if hasattr(ssl, "_create_unverified_context"):
    ssl._create_unverified_context()  # PS102: 9


def ansible(url):
    open_url(url, validate_certs=False)  # PS101: 34
    open_url(url, validate_certs=True)
    Request(validate_certs=False).open("GET", url)  # PS101: 28
    client = shipped.SSHClient()
    client.set_missing_host_key_policy(shipped.AutoAddPolicy())  # PS105: 48
    client.set_missing_host_key_policy(paramiko.MissingHostKeyPolicy())  # PS105: 49
    client.set_missing_host_key_policy(paramiko.RejectPolicy())


def bundled(bundle=None):
    session = requests.Session()
    if bundle is not None:
        session.verify = bundle
    return session


def switched(check=True):
    session = requests.Session()
    session.verify = check
    return session


bundled(bundle=None)
switched(check=None)  # PS101: 16
