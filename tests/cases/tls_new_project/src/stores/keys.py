"""A policy for host keys, used elsewhere."""
import paramiko


class Learning(paramiko.MissingHostKeyPolicy):
    def missing_host_key(self, client, hostname, key):
        print("new host", hostname)


class Strict(Learning):
    def missing_host_key(self, client, hostname, key):
        raise paramiko.SSHException(hostname)
