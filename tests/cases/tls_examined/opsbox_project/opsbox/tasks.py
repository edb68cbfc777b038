"""Tasks."""
from __future__ import annotations

import subprocess

import click
import paramiko
import requests

from opsbox.config import CURL, SAFE_CURL, SSH_OPTIONS, Config, LabConfig, Target

from .shell import connect, connect_lazily, execute, execute_list


class Task:
    config = Config

    def fetch(self, url):
        return requests.get(url, verify=self.config.VERIFY, timeout=self.config.TIMEOUT)


def health(host):
    subprocess.run([*CURL, f"https://{host}/healthz"], check=True)  # PS107: 20
    subprocess.run([*SAFE_CURL, f"https://{host}/healthz"], check=True)
    subprocess.run(["ssh", *SSH_OPTIONS, host, "uptime"], check=True)  # PS107: 20
    execute("curl", "-k", f"https://{host}")  # missed
    execute("curl", "-s", f"https://{host}")
    execute("sort", "-k", "2")
    return execute_list(["wget", "--no-check-certificate", f"https://{host}"])  # PS107: 35


def configs(url):
    requests.get(url, verify=LabConfig.VERIFY)  # PS101: 40
    requests.get(url, verify=Config.VERIFY)
    cfg = LabConfig()
    requests.get(url, verify=cfg.VERIFY, timeout=cfg.TIMEOUT)  # PS101: 34
    target = Target("edge", verify_tls=False)
    requests.get(url, verify=target.verify_tls)  # PS101: 37
    safe = Target("edge")
    requests.get(url, verify=safe.verify_tls)
    env = Target.from_env()
    return requests.get(url, verify=env.verify_tls)


def ssh(host):
    connect(host, paramiko.AutoAddPolicy)  # missed
    connect(host)
    client = connect_lazily(host)
    client.set_missing_host_key_policy(paramiko.AutoAddPolicy())  # PS105: 49
    return client


@click.command()
@click.option("--insecure", is_flag=True)
@click.pass_context
def status(ctx, insecure):
    ctx.obj = Target("edge", verify_tls=not insecure)
    requests.get("https://edge", verify=ctx.obj.verify_tls)
    if insecure:
        execute("curl", "-k", "https://edge")
    return requests.get("https://edge", verify=not insecure)
