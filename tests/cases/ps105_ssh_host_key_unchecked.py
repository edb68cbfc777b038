"""PS105: ssh-host-key-unchecked."""

import asyncssh
import netmiko
import paramiko
from paramiko import AutoAddPolicy, SSHClient
from paramiko.client import WarningPolicy


class Anything(paramiko.MissingHostKeyPolicy):
    def missing_host_key(self, client, hostname, key):
        return None


class Pinned(paramiko.MissingHostKeyPolicy):
    def missing_host_key(self, client, hostname, key):
        if key.get_base64() != "AAAA":
            raise paramiko.SSHException(hostname)


def policies():
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # PS105: 49
    client.set_missing_host_key_policy(AutoAddPolicy)  # PS105: 40
    client.set_missing_host_key_policy(policy=WarningPolicy())  # PS105: 47
    client.set_missing_host_key_policy(Anything())  # PS105: 40
    client.set_missing_host_key_policy(Pinned())
    client.set_missing_host_key_policy(paramiko.RejectPolicy())
    client.set_missing_host_key_policy(paramiko.RejectPolicy)


def managed(host):
    policy = AutoAddPolicy()
    with SSHClient() as client:
        größe = client.set_missing_host_key_policy(policy)  # PS105: 52
        client.connect(host)
    return größe


def chosen(host, policy):
    client = SSHClient()
    client.set_missing_host_key_policy(policy)
    client.connect(host)


async def others(host):
    await asyncssh.connect(host, known_hosts=None)  # PS105: 46
    await asyncssh.connect(host, known_hosts="known_hosts")
    await asyncssh.connect(host, known_hosts=())
    await asyncssh.connect(host)
    netmiko.ConnectHandler(host=host, ssh_strict=False)  # PS105: 50
    netmiko.ConnectHandler(host=host, ssh_strict=True)


class Board:
    def set_missing_host_key_policy(self, policy):
        self.policy = policy


Board().set_missing_host_key_policy(AutoAddPolicy())
