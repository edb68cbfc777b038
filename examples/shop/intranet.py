"""The intranet: TLS contexts that do not verify, for one connection or for all."""

import os
import smtplib
import ssl
import urllib.request


def page(address):
    context = ssl._create_unverified_context()  # PS102: 19
    return urllib.request.urlopen(address, context=context).read()


def context_for_the_database():
    context = ssl.create_default_context()
    context.check_hostname = False  # PS103: 30
    return context


def switch_verification_off():
    os.environ["GIT_SSL_NO_VERIFY"] = "1"  # PS106: 39
    ssl._create_default_https_context = ssl._create_unverified_context  # PS106: 45


def mail_server(user, password):
    server = smtplib.SMTP("mail.example.org", 587)
    server.starttls()  # PS104: 12
    server.login(user, password)
    return server


def safe_page(address):
    context = ssl.create_default_context(cafile="certificates/intranet-ca.pem")
    return urllib.request.urlopen(address, context=context).read()
