"""Shell helpers."""
from __future__ import annotations

import logging
import subprocess

import paramiko

log = logging.getLogger(__name__)


def execute(*cmd: str, **kwargs) -> str:
    log.info("run %s", " ".join(cmd))
    return subprocess.run(list(cmd), check=True, capture_output=True, text=True, **kwargs).stdout


def execute_list(cmd: list[str]) -> int:
    return subprocess.call(cmd)


def connect(host: str, policy=paramiko.RejectPolicy) -> paramiko.SSHClient:
    client = paramiko.SSHClient()
    client.set_missing_host_key_policy(policy())
    client.connect(host)
    return client


def connect_lazily(host: str) -> paramiko.SSHClient:
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    return client
