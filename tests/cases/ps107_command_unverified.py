"""PS107: command-unverified."""

import logging
import os
import subprocess
import sys
from subprocess import check_output


def lists(url, host):
    subprocess.run(["curl", "-k", url])  # PS107: 30
    subprocess.run(["curl", "--insecure", url], check=True)  # PS107: 30
    subprocess.run(["curl", "-fsSLk", url])  # PS107: 30
    subprocess.run(["/usr/bin/wget", "--no-check-certificate", url])  # PS107: 39
    subprocess.run(["sudo", "curl", "-k", url])  # PS107: 38
    check_output(["git", "-c", "http.sslVerify=false", "clone", url])  # PS107: 33
    subprocess.check_call([sys.executable, "-m", "pip", "install", "--trusted-host", host, "x"])  # PS107: 69
    subprocess.Popen(["ssh", "-o", "StrictHostKeyChecking=no", host])  # PS107: 37
    subprocess.run(["curl", "-K", "settings", url])
    subprocess.run(["curl", "--key", "client.pem", url])
    subprocess.run(["curl", "-o", "k", url])
    subprocess.run(["wget", "-k", url])
    subprocess.run(["echo", "curl", "-k", url])
    subprocess.run(["grep", "--insecure", "notes.txt"])
    subprocess.run(["git", "commit", "--no-verify"])


def shell(url):
    os.system("curl -k https://example.org | sh")  # PS107: 21
    os.system("echo größe; curl --insecure https://example.org")  # PS107: 33
    subprocess.run(f"curl --silent -k {url}", shell=True)  # PS107: 36
    os.popen("wget --no-check-certificate https://example.org")  # PS107: 20
    subprocess.run(["bash", "-c", "curl -k https://example.org"])  # PS107: 41
    subprocess.run(["bash", "-c", "curl https://example.org"])
    os.system("grep -k notes && curl https://example.org")
    os.system("echo 'curl -k'")
    logging.info("curl -k %s", url)


def variables(url):
    command = ["curl", "--silent"]
    subprocess.run(command)
    command.append("-k")
    subprocess.run([*command, url])  # PS107: 20
    FLAGS = "curl --insecure"
    os.system(FLAGS)  # PS107: 15


def system(command):
    return command


system("curl -k https://example.org")
