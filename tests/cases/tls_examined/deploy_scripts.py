"""Deployment and CI scripts: programs, shell strings, environment, SSH."""
from __future__ import annotations

import asyncio
import os
import shlex
import subprocess
import sys
from pathlib import Path

import asyncssh
import fabric
import paramiko
import pexpect
import pysftp
from fabric import Connection
from invoke import task
from ncclient import manager
from netmiko import ConnectHandler
from paramiko import AutoAddPolicy, SSHClient
from pexpect import pxssh
from scrapli.driver.core import IOSXEDriver

ROOT = Path(__file__).parent
SSH_OPTS = ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"]
SSH_SAFE = ["-o", "BatchMode=yes", "-o", "ConnectTimeout=5"]
CURL_FLAGS = "-sSLk"
TRUSTED = ["--trusted-host", "pypi.corp.example"]


def run(cmd, **kw):
    print("+", " ".join(cmd))
    return subprocess.run(cmd, check=True, **kw)


def sh(command: str) -> str:
    return subprocess.check_output(command, shell=True, text=True)


def deploy(host: str, archive: Path):
    subprocess.run(["ssh", *SSH_OPTS, f"deploy@{host}", "systemctl", "stop", "app"], check=True)  # PS107: 20
    subprocess.run(["scp"] + SSH_OPTS + [str(archive), f"deploy@{host}:/srv"], check=True)  # PS107: 20
    subprocess.run(["ssh", *SSH_SAFE, f"deploy@{host}", "systemctl start app"], check=True)
    subprocess.run(
        [
            "rsync",
            "-az",
            "--delete",
            "-e",
            "ssh -o StrictHostKeyChecking=no -i /home/app/.ssh/id_ed25519",  # PS107: 21
            f"{ROOT}/dist/",
            f"deploy@{host}:/srv/app/",
        ],
        check=True,
    )
    run(["curl", "-sk", f"https://{host}/healthz"])  # PS107: 19
    run(["curl", "-s", "--cacert", "ca.pem", f"https://{host}/healthz"])
    sh(f"curl -k https://{host}/version")  # PS107: 15
    return sh(f"curl -s https://{host}/version")


def install(requirements):
    subprocess.check_call([sys.executable, "-m", "pip", "install", "-r", requirements, *TRUSTED])  # PS107: 27
    subprocess.check_call([sys.executable, "-m", "pip", "install", "-q", "--index-url", "https://pypi.corp.example/simple", "app"])
    subprocess.check_call(["/opt/venv/bin/pip3", "install", "--trusted-host", "pypi.corp.example", "app"])  # PS107: 62
    subprocess.run(["uv", "pip", "install", "app"], check=True)


def git_things(repo, dest):
    subprocess.run(["git", "clone", "-c", "http.sslVerify=false", repo, dest], check=True)  # PS107: 44
    subprocess.run(["git", "-C", dest, "config", "http.sslVerify", "false"], check=True)  # PS107: 51
    subprocess.run(["git", "-C", dest, "commit", "--no-verify", "-m", "x"], check=True)
    subprocess.run(["git", "push", "--no-verify"], env=dict(os.environ, GIT_SSL_NO_VERIFY="true"), check=True)  # PS106: 91
    subprocess.run(["git", "clone", repo], env={"GIT_SSH_COMMAND": "ssh -o StrictHostKeyChecking=no", "PATH": "/bin"}, check=True)  # PS106: 68
    subprocess.run(["git", "clone", repo], env={"GIT_TERMINAL_PROMPT": "0", "PATH": "/bin"}, check=True)
    os.environ["GIT_SSH_COMMAND"] = "ssh -i /home/app/.ssh/key -o StrictHostKeyChecking=no"  # PS106: 37


def shells(url, name):
    os.system("wget -q --no-check-certificate " + url)  # PS107: 15
    os.system("wget -q %s -O /tmp/x" % url)
    os.system("curl -fsSL --insecure -o /tmp/%s %s" % (name, url))  # PS107: 15
    os.system("curl {} {}".format(CURL_FLAGS, url))  # PS107: 28
    subprocess.Popen(["bash", "-lc", f"set -e; cd /srv; curl -kO {url}; tar xf *.tgz"])  # PS107: 38
    subprocess.run(["/bin/sh", "-c", "kubectl get pods | sort -k 2"])
    subprocess.run(["sudo", "-E", "curl", "-k", "-o", "/etc/apt/key.gpg", url])  # PS107: 44
    subprocess.run(["env", "LANG=C", "wget", "--no-check-certificate", url])  # PS107: 47
    subprocess.run(shlex.split(f"helm upgrade --install app . --kube-insecure-skip-tls-verify --namespace {name}"))  # PS107: 26
    subprocess.run(f"kubectl --insecure-skip-tls-verify=true apply -f {name}.yaml".split(), check=True)  # PS107: 84
    subprocess.run(["kubectl", "--insecure-skip-tls-verify=false", "apply", "-f", name])
    subprocess.run(["podman", "push", "--tls-verify=false", name], check=True)  # PS107: 40
    subprocess.run(["skopeo", "copy", "--dest-tls-verify=false", name, url], check=True)  # PS107: 40
    subprocess.run(["buildah", "push", "--tls-verify=true", name])
    subprocess.run(["aws", "--no-verify-ssl", "s3", "cp", name, url])  # PS107: 29
    subprocess.run(["npm", "config", "set", "strict-ssl", "false"], check=True)  # PS107: 46
    subprocess.run(["conda", "config", "--set", "ssl_verify", "false"], check=True)  # PS107: 50
    subprocess.run(["http", "--verify=no", "GET", url])  # PS107: 30
    subprocess.run(["sshpass", "-p", "x", "ssh", "-o", "StrictHostKeyChecking=no", name], check=True)  # PS107: 57
    subprocess.run(["ssh-copy-id", "-o", "StrictHostKeyChecking=no", name])  # PS107: 43
    subprocess.run(["echo", f"curl -k {url}"])
    subprocess.run(["logger", "-t", "deploy", "wget --no-check-certificate is forbidden"])
    subprocess.run(["docker", "run", "--rm", "alpine", "sort", "-k", "2"])
    subprocess.run(f"grep -k {name}; echo 'curl -k'", shell=True)
    subprocess.run(["pytest", "-k", "curl", "--insecure"])


def grown_command(url, quiet):
    cmd = ["wget", "--tries=3"]
    if quiet:
        cmd.append("-q")
    cmd.extend(["--no-check-certificate", url])
    return subprocess.run(cmd, check=True)  # PS107: 27


def joined(url):
    parts = ["curl", "-k", "-L", url]
    return os.popen(" ".join(parts)).read()  # PS107: 25


def environment():
    env = os.environ.copy()
    env.update({"NODE_TLS_REJECT_UNAUTHORIZED": "0", "CI": "1"})  # PS106: 49
    subprocess.run(["npm", "ci"], env=env, check=True)
    os.environ["ANSIBLE_HOST_KEY_CHECKING"] = "False"  # PS106: 47
    subprocess.run(["ansible-playbook", "site.yml"], check=True)
    os.environ["PIP_TRUSTED_HOST"] = "pypi.corp.example"  # PS106: 38
    os.environ.setdefault("LDAPTLS_REQCERT", "never")  # PS106: 46
    os.environ["VAULT_SKIP_VERIFY"] = "false"
    os.environ["ANSIBLE_HOST_KEY_CHECKING"] = "True"
    os.environ |= {"PYTHONHTTPSVERIFY": "0"}  # PS106: 41


async def aio(url):
    proc = await asyncio.create_subprocess_exec(
        "ssh",  # PS107: 10
        "-o",
        "StrictHostKeyChecking=no",  # missed
        url,
        stdout=asyncio.subprocess.PIPE,
    )
    await proc.communicate()
    await asyncio.create_subprocess_shell(f"curl -sk {url} > /tmp/out")  # PS107: 50
    async with asyncssh.connect("edge", username="ops", known_hosts=None) as conn:  # PS105: 69
        return await conn.run("uptime")


@task
def restart(c, host="edge"):
    c.run(f"ssh -o StrictHostKeyChecking=no {host} sudo systemctl restart app")
    c.run("ls")


class Remote:
    """The usual SSH helper."""

    def __init__(self, host, user, key=None):
        self.host = host
        self.client: SSHClient | None = None
        self.user = user
        self.key = key

    def connect(self):
        if self.client is None:
            self.client = paramiko.SSHClient()
            self.client.load_system_host_keys()
            self.client.set_missing_host_key_policy(AutoAddPolicy())  # PS105: 53
        self.client.connect(self.host, username=self.user, key_filename=self.key, look_for_keys=False)
        return self.client

    def __enter__(self):
        return self.connect()

    def __exit__(self, *exc):
        self.client.close()


def ssh_with(host):
    with paramiko.SSHClient() as ssh:
        ssh.set_missing_host_key_policy(paramiko.client.WarningPolicy)  # PS105: 57
        ssh.connect(host)
        _, out, _ = ssh.exec_command("ls")
    return out


def ssh_strict(host):
    with paramiko.SSHClient() as ssh:
        ssh.load_host_keys(os.path.expanduser("~/.ssh/known_hosts"))
        ssh.set_missing_host_key_policy(paramiko.RejectPolicy())
        ssh.connect(host)


def ssh_from_helper(host):
    ssh = make_ssh()
    ssh.set_missing_host_key_policy(AutoAddPolicy)  # PS105: 37
    ssh.connect(host)


def make_ssh():
    client = SSHClient()
    client.load_system_host_keys()
    return client


class Confirm(paramiko.MissingHostKeyPolicy):
    def __init__(self, known):
        self.known = known

    def missing_host_key(self, client, hostname, key):
        if hostname in self.known:
            return
        raise paramiko.BadHostKeyException(hostname, key, key)


class Ignore(paramiko.MissingHostKeyPolicy):
    def missing_host_key(self, client, hostname, key):
        pass


def policies(known):
    a = SSHClient()
    a.set_missing_host_key_policy(Confirm(known))
    b = SSHClient()
    b.set_missing_host_key_policy(Ignore())  # PS105: 35
    return a, b


def network(host):
    device = {
        "device_type": "cisco_ios",
        "host": host,
        "username": "u",
        "password": "p",
        "ssh_strict": False,
    }
    with ConnectHandler(**device) as net:  # PS105: 27
        net.send_command("show version")
    ConnectHandler(device_type="arista_eos", host=host, ssh_strict=True, system_host_keys=True)
    with manager.connect(host=host, port=830, username="u", hostkey_verify=False, device_params={"name": "csr"}) as m:  # PS105: 76
        m.get_config("running")
    with manager.connect_ssh(host=host, hostkey_verify=True) as m:
        m.get_config("running")
    IOSXEDriver(host=host, auth_username="u", auth_strict_key=False)  # PS105: 63
    return IOSXEDriver(host=host, auth_username="u", auth_strict_key=True)


def sftp(host):
    cnopts = pysftp.CnOpts()
    cnopts.hostkeys = None  # PS105: 23
    return pysftp.Connection(host, username="u", password="p", cnopts=cnopts)


def interactive(host):
    s = pxssh.pxssh(options={"StrictHostKeyChecking": "no", "UserKnownHostsFile": "/dev/null"})  # PS105: 55
    s.login(host, "u", "p")
    child = pexpect.spawn(f"ssh -o StrictHostKeyChecking=no u@{host}")  # PS107: 36
    return s, child


def fab(host):
    c = Connection(host, user="u")
    c.run("uname -a")
    return fabric.Connection(host, connect_kwargs={"key_filename": "k"})


async def assh(host):
    await asyncssh.connect(host, known_hosts=())
    await asyncssh.connect(host, known_hosts=str(ROOT / "known_hosts"))
    opts = {"username": "ops", "known_hosts": None}
    return await asyncssh.connect(host, **opts)  # PS105: 43
