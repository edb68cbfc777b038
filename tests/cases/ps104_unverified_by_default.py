"""PS104: unverified-by-default."""

import ftplib
import imaplib
import poplib
import smtplib
import ssl
from smtplib import SMTP, SMTP_SSL

CHECKED = ssl.create_default_context()


def smtp(host):
    with smtplib.SMTP(host) as server:
        server.starttls()  # PS104: 16
    with SMTP(host) as server:
        "Grüße"; server.starttls()  # PS104: 25
    with SMTP(host) as server:
        server.starttls(context=ssl.create_default_context())
    with SMTP(host) as server:
        server.starttls(context=CHECKED)
    SMTP_SSL(host)  # PS104: 5
    smtplib.SMTP_SSL(host, 465, context=CHECKED)
    smtplib.SMTP(host)


def mailboxes(host):
    imaplib.IMAP4_SSL(host)  # PS104: 13
    imaplib.IMAP4_SSL(host, ssl_context=CHECKED)
    box = imaplib.IMAP4(host)
    box.starttls()  # PS104: 9
    box.starttls(CHECKED)
    poplib.POP3_SSL(host)  # PS104: 12
    poplib.POP3_SSL(host, context=CHECKED)
    post = poplib.POP3(host)
    post.stls()  # PS104: 10
    post.stls(CHECKED)


def files(host):
    ftplib.FTP_TLS(host)  # PS104: 12
    ftplib.FTP_TLS(host, context=CHECKED)
    ftplib.FTP(host)


def given(host, context):
    SMTP_SSL(host, context=context)


class Server:
    def starttls(self):
        return self


Server().starttls()
