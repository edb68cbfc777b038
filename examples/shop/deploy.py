"""Deployment: unknown host keys, and programs told not to verify."""

import subprocess

import paramiko


def connected(host):
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # PS105: 49
    client.connect(host)
    return client


def download(address):
    subprocess.run(["curl", "--silent", "--insecure", "-O", address], check=True)  # PS107: 42


def clone(repository):
    subprocess.run(f"git -c http.sslVerify=false clone {repository}", shell=True)  # PS107: 29


def safely_connected(host):
    client = paramiko.SSHClient()
    client.load_host_keys("deploy/known_hosts")
    client.connect(host)
    return client
