"""Command lines and configuration: the user decides."""
import argparse
import configparser
import json
import os
import ssl
import subprocess
import sys
from pathlib import Path

import click
import httpx
import paramiko
import requests
import typer
import urllib3
import yaml
from pydantic_settings import BaseSettings

app = typer.Typer()
URL = "https://repo.corp.example"


def build_parser():
    parser = argparse.ArgumentParser()
    parser.add_argument("--insecure", "-k", action="store_true")
    parser.add_argument("--no-verify", dest="verify", action="store_false", default=True)
    parser.add_argument("--ca-bundle")
    return parser


def main(argv=None):
    args = build_parser().parse_args(argv)
    session = requests.Session()
    session.verify = not args.insecure
    if args.insecure:
        urllib3.disable_warnings()
        session.verify = False
    elif args.ca_bundle:
        session.verify = args.ca_bundle
    session.get(URL, verify=args.verify)
    verify = False if args.insecure else (args.ca_bundle or True)
    requests.get(URL, verify=verify)
    cmd = ["curl", "-sS"]
    if args.insecure:
        cmd.append("-k")
    cmd.append(URL)
    return subprocess.call(cmd)


@click.command()
@click.option("--insecure/--secure", default=False)
@click.option("--verify/--no-verify", "check", default=True)
@click.argument("url")
def fetch(insecure, check, url):
    if insecure:
        ctx = ssl.create_default_context()
        ctx.check_hostname = False
        ctx.verify_mode = ssl.CERT_NONE
    else:
        ctx = ssl.create_default_context()
    httpx.get(url, verify=ctx)
    requests.get(url, verify=check)
    requests.get(url, verify=not insecure)


@app.command()
def pull(url: str, skip_tls_verify: bool = typer.Option(False, "--skip-tls-verify")):
    with httpx.Client(verify=not skip_tls_verify) as client:
        return client.get(url)


@app.command()
def push(url: str, verify: bool = typer.Option(True)):
    requests.put(url, verify=verify)


class Settings(BaseSettings):
    verify_tls: bool = True
    hub_url: str = URL


settings = Settings()


def from_settings():
    return requests.get(settings.hub_url, verify=settings.verify_tls)


def from_env():
    verify = os.getenv("VERIFY_SSL", "true").lower() not in ("0", "false", "no")
    if os.environ.get("DISABLE_TLS_CHECK"):
        verify = False
    return requests.get(URL, verify=verify)


def from_env_branch():
    session = requests.Session()
    if os.environ.get("INSECURE") == "1":
        session.verify = False
    return session


def from_ini(path):
    cp = configparser.ConfigParser()
    cp.read(path)
    verify = cp.getboolean("http", "verify", fallback=False)
    return requests.get(URL, verify=verify)


def from_yaml(path):
    cfg = yaml.safe_load(Path(path).read_text())
    opts = {"timeout": 5, "verify": cfg["http"]["verify"]}
    requests.get(URL, **opts)
    return requests.get(URL, verify=cfg.get("verify", False))


def from_json(path):
    data = json.loads(Path(path).read_text())
    if not data.get("verify_certificates", True):
        return requests.get(URL, verify=False)
    return requests.get(URL)


def ssh_user(args):
    client = paramiko.SSHClient()
    client.load_system_host_keys()
    if args.auto_add:
        client.set_missing_host_key_policy(paramiko.AutoAddPolicy())
    return client


def raw_argv():
    verify = "--insecure" not in sys.argv
    return requests.get(URL, verify=verify)


def stage_not_user(stage):
    """A stage is no option that says 'insecure'."""
    if stage == "local":
        verify = False
    else:
        verify = "/etc/pki/corp.pem"
    return requests.get(URL, verify=verify)  # PS101: 37
