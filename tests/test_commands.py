"""The commands mechanism: which command lines tell a program not to verify, and with which word."""

from __future__ import annotations

import re
import shlex
import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import calls_made
from flake8_pysafe.commands import HOLE, Unverified, may_concern, table, unverified, unverified_in_shell

URL = "https://artifacts.corp.example/build.tgz"
UNSAFE_LISTS: list[tuple[list[str], int, str]] = [
    # arguments, index of the one to blame, flag
    (["curl", "-k", URL], 1, "-k"),
    (["curl", "--insecure", "-o", "build.tgz", URL], 1, "--insecure"),
    (["curl", "--insec", URL], 1, "--insec"),
    (["curl", "-fsSLk", URL], 1, "-fsSLk"),
    (["curl", "-ko", "build.tgz", URL], 1, "-ko"),
    (["curl", "-#k", URL], 1, "-#k"),
    (["curl", "-o", HOLE, "-k", URL], 3, "-k"),
    (["curl", f"-sk{HOLE}", URL], 1, "-sk{}"),
    (["curl", HOLE, "-k"], 2, "-k"),
    (["curl", "-H", "Accept: */*", "-X", "POST", "-d", "@body", "-k", URL], 7, "-k"),
    (["curl", "--data", "-k", "--insecure", URL], 3, "--insecure"),
    (["curl", "--proxy-insecure", URL], 1, "--proxy-insecure"),
    (["curl", "--doh-insecure", URL], 1, "--doh-insecure"),
    (["/usr/bin/curl", "-k", URL], 1, "-k"),
    ([f"{HOLE}/bin/curl", "-k", URL], 1, "-k"),
    ([r"C:\Windows\System32\curl.exe", "-k", URL], 1, "-k"),
    (["CURL.EXE", "-k", URL], 1, "-k"),
    (["wget", "--no-check-certificate", "-q", URL], 1, "--no-check-certificate"),
    (["wget", "-q", "--no-check-cert", URL], 2, "--no-check-cert"),
    (["wget", "--check-certificate=off", URL], 1, "--check-certificate=off"),
    (["wget", "-e", "check_certificate=off", URL], 2, "check_certificate=off"),
    (["wget", "--execute=check-certificate = no", URL], 1, "--execute=check-certificate = no"),
    (["wget2", "--no-check-certificate", URL], 1, "--no-check-certificate"),
    (["git", "-c", "http.sslVerify=false", "clone", URL], 2, "http.sslVerify=false"),
    (["git", "-chttp.sslVerify=0", "clone", URL], 1, "-chttp.sslVerify=0"),
    (["git", "-C", "repo", "-c", "HTTP.SSLVERIFY=Off", "pull"], 4, "HTTP.SSLVERIFY=Off"),
    (["git", "-c", "http.sslVerify=", "pull"], 2, "http.sslVerify="),
    (
        ["git", "-c", "http.https://host.example/.sslVerify=false", "pull"],
        2, "http.https://host.example/.sslVerify=false",
    ),
    (["git", "-c", f"http.{HOLE}.sslVerify=no", "pull"], 2, "http.{}.sslVerify=no"),
    (["git", "clone", "--config", "http.sslVerify=false", URL], 3, "http.sslVerify=false"),
    (["git", "clone", "--config=http.sslVerify=false", URL], 2, "--config=http.sslVerify=false"),
    (["git", "config", "--global", "http.sslVerify", "false"], 3, "http.sslVerify false"),
    (["git", "config", "http.sslVerify", ""], 2, "http.sslVerify "),
    (["git", "config", "set", "--global", "http.sslVerify", "no"], 4, "http.sslVerify no"),
    (
        ["git", "-C", "repo", "config", "--file", "f", "http.https://h/.sslverify", "0"],
        6, "http.https://h/.sslverify 0",
    ),
    (
        ["git", "-c", "core.sshCommand=ssh -o StrictHostKeyChecking=no", "pull"],
        2, "core.sshCommand=ssh -o StrictHostKeyChecking=no",
    ),
    (
        ["git", "config", "core.sshCommand", "ssh -oStrictHostKeyChecking=no"],
        2, "core.sshCommand ssh -oStrictHostKeyChecking=no",
    ),
    (["ssh", "-o", "StrictHostKeyChecking=no", "ops@bastion", "uptime"], 2, "StrictHostKeyChecking=no"),
    (["ssh", "-o", "StrictHostKeyChecking no", "ops@bastion"], 2, "StrictHostKeyChecking no"),
    (["ssh", "-o", "stricthostkeychecking = OFF", "ops@bastion"], 2, "stricthostkeychecking = OFF"),
    (["ssh", "-o", 'StrictHostKeyChecking="false"', "ops@bastion"], 2, 'StrictHostKeyChecking="false"'),
    (["ssh", "-i", HOLE, "-4vo", "StrictHostKeyChecking=no", HOLE], 4, "StrictHostKeyChecking=no"),
    (["ssh", "ops@bastion", "-o", "StrictHostKeyChecking=no"], 3, "StrictHostKeyChecking=no"),
    (
        ["ssh", "-o", "ProxyCommand=ssh -o StrictHostKeyChecking=no -W %h:%p jump", "h"],
        2, "ProxyCommand=ssh -o StrictHostKeyChecking=no -W %h:%p jump",
    ),
    (["scp", "-oStrictHostKeyChecking=no", "a", "ops@bastion:b"], 1, "-oStrictHostKeyChecking=no"),
    (["sftp", "-b", "batch", "-oStrictHostKeyChecking=no", "h"], 3, "-oStrictHostKeyChecking=no"),
    (["sshfs", "-o", "reconnect,StrictHostKeyChecking=no", "h:", "/mnt"], 2, "reconnect,StrictHostKeyChecking=no"),
    (["ssh-copy-id", "-i", "key", "-o", "StrictHostKeyChecking=no", "h"], 4, "StrictHostKeyChecking=no"),
    (["sshpass", "-p", "x", "ssh", "-o", "StrictHostKeyChecking=no", "h"], 5, "StrictHostKeyChecking=no"),
    (["rsync", "-avz", "-e", "ssh -o StrictHostKeyChecking=no", "a", "h:b"], 3, "StrictHostKeyChecking=no"),
    (["rsync", "-aze", "ssh -o StrictHostKeyChecking=no", "a", "h:b"], 2, "StrictHostKeyChecking=no"),
    (["rsync", "--rsh=ssh -i k -o StrictHostKeyChecking=no", "a", "h:b"], 1, "StrictHostKeyChecking=no"),
    (["mosh", "--ssh=ssh -o StrictHostKeyChecking=no", "h"], 1, "StrictHostKeyChecking=no"),
    (["parallel-ssh", "-H", "h", "-O", "StrictHostKeyChecking=no", "uptime"], 4, "StrictHostKeyChecking=no"),
    (
        ["ansible-playbook", "--ssh-common-args=-o StrictHostKeyChecking=no", "site.yml"],
        1, "--ssh-common-args=-o StrictHostKeyChecking=no",
    ),
    (
        ["ansible-playbook", "-e", "ansible_ssh_common_args='-o StrictHostKeyChecking=no'", "site.yml"],
        2, "ansible_ssh_common_args='-o StrictHostKeyChecking=no'",
    ),
    (["ansible", "all", "-e", "ansible_host_key_checking=False", "-m", "ping"], 3, "ansible_host_key_checking=False"),
    (["ansible-galaxy", "collection", "install", "--ignore-certs", "a.b"], 3, "--ignore-certs"),
    (["gcloud", "compute", "ssh", "vm", "--strict-host-key-checking=no"], 4, "--strict-host-key-checking=no"),
    (["gcloud", "compute", "ssh", "vm", "--strict-host-key-checking", "no"], 4, "--strict-host-key-checking no"),
    (["gcloud", "config", "set", "auth/disable_ssl_validation", "True"], 3, "auth/disable_ssl_validation True"),
    (["pip", "install", "--trusted-host", "pypi.corp.example", "tool"], 2, "--trusted-host"),
    (["pip", "install", "--trusted-host=pypi.corp.example", "tool"], 2, "--trusted-host"),
    (["pip", "--trusted-host", HOLE, "install", "tool"], 1, "--trusted-host"),
    (["pip", "install", f"--trusted-host={HOLE}", "tool"], 2, "--trusted-host"),
    (["pip", "install", "tool", "--trusted-host"], 3, "--trusted-host"),
    (["pip3", "install", "--trusted-host", "h", "tool"], 2, "--trusted-host"),
    (["pip3.11", "install", "--trusted-host", "h", "tool"], 2, "--trusted-host"),
    (["python3", "-m", "pip", "install", "--trusted-host", "h", "tool"], 4, "--trusted-host"),
    (["python3.12", "-Im", "pip", "install", "--trusted-host", "h", "tool"], 4, "--trusted-host"),
    (["python", "-mpip", "download", "--trusted-host", "h", "tool"], 3, "--trusted-host"),
    ([HOLE, "-m", "pip", "install", "--trusted-host", "h", "tool"], 4, "--trusted-host"),
    (["py", "-3", "-m", "pip", "install", "--trusted-host", "h", "tool"], 5, "--trusted-host"),
    (["pip", "config", "set", "global.trusted-host", "h"], 3, "global.trusted-host h"),
    (["pip", "config", "--user", "set", "install.trusted-host", HOLE], 4, "install.trusted-host {}"),
    (["pipx", "install", "tool", "--pip-args=--trusted-host h"], 3, "--pip-args=--trusted-host h"),
    (["uv", "pip", "install", "--allow-insecure-host", "h", "tool"], 3, "--allow-insecure-host"),
    (["uv", "pip", "install", "--trusted-host", "h", "tool"], 3, "--trusted-host"),
    (["pdm", "config", "pypi.verify_ssl", "false"], 2, "pypi.verify_ssl false"),
    (["poetry", "config", "certificates.corp.cert", "false"], 2, "certificates.corp.cert false"),
    (["poetry", "run", "pip", "install", "--trusted-host", "h", "tool"], 4, "--trusted-host"),
    (["conda", "config", "--set", "ssl_verify", "false"], 3, "ssl_verify false"),
    (["conda", "install", "-yk", "-c", "conda-forge", "tool"], 2, "-yk"),
    (["apptainer", "exec", "image.sif", "curl", "-k", URL], 4, "-k"),
    (["vagrant", "ssh", "-c", "curl -k x"], 3, "-k"),
    (["gcloud", "compute", "ssh", "vm", "--command=curl -k x"], 4, "-k"),
    (["lxc", "exec", "box", "--", "curl", "-k", URL], 5, "-k"),
    (["conda", "run", "-n", "env", "curl", "-k", URL], 5, "-k"),
    (["npm", "config", "set", "strict-ssl", "false"], 3, "strict-ssl false"),
    (["npm", "config", "set", "strict-ssl=false"], 3, "strict-ssl=false"),
    (["npm", "set", "-g", "strict-ssl", "false"], 3, "strict-ssl false"),
    (["npm", "install", "--strict-ssl=false"], 2, "--strict-ssl=false"),
    (["npm", "install", "--no-strict-ssl"], 2, "--no-strict-ssl"),
    (["yarn", "config", "set", "strict-ssl", "false", "-g"], 3, "strict-ssl false"),
    (["yarn", "config", "set", "enableStrictSsl", "false"], 3, "enableStrictSsl false"),
    (["kubectl", "--insecure-skip-tls-verify", "get", "pods"], 1, "--insecure-skip-tls-verify"),
    (["kubectl", "get", "pods", "--insecure-skip-tls-verify=true"], 3, "--insecure-skip-tls-verify=true"),
    # `false` is a word of its own here: a flag of Go takes no value from the next word.
    (["kubectl", "--insecure-skip-tls-verify", "false", "get", "pods"], 1, "--insecure-skip-tls-verify"),
    (["oc", "login", "--insecure-skip-tls-verify=true", HOLE], 2, "--insecure-skip-tls-verify=true"),
    (["helm", "pull", "--insecure-skip-tls-verify", "chart"], 2, "--insecure-skip-tls-verify"),
    (["podman", "pull", "--tls-verify=false", "image"], 2, "--tls-verify=false"),
    (["buildah", "push", "--tls-verify=0", "image"], 2, "--tls-verify=0"),
    (["skopeo", "copy", "--dest-tls-verify=false", "a", "b"], 2, "--dest-tls-verify=false"),
    (["aws", "--no-verify-ssl", "s3", "ls"], 1, "--no-verify-ssl"),
    (["gsutil", "-o", "Boto:https_validate_certificates=False", "ls"], 2, "Boto:https_validate_certificates=False"),
    (["vault", "status", "-tls-skip-verify"], 2, "-tls-skip-verify"),
    (["vault", "status", "--tls-skip-verify=true"], 2, "--tls-skip-verify=true"),
    (["http", "--verify=no", URL], 1, "--verify=no"),
    (["https", "--verify", "False", URL], 1, "--verify False"),
    (["aria2c", "--check-certificate=false", URL], 1, "--check-certificate=false"),
    (["yt-dlp", "--no-check-certificates", URL], 1, "--no-check-certificates"),
    (["youtube-dl", "--no-check-certificate", URL], 1, "--no-check-certificate"),
    (["python", "-m", "yt_dlp", "--no-check-certificate", URL], 3, "--no-check-certificate"),
    (["hg", "clone", "--insecure", URL], 2, "--insecure"),
    (
        ["svn", "co", "--non-interactive", "--trust-server-cert-failures=unknown-ca", URL],
        3, "--trust-server-cert-failures",
    ),
    (["dnf", "--setopt=corp.sslverify=0", "install", "tool"], 1, "--setopt=corp.sslverify=0"),
    (["apt-get", "-o", "Acquire::https::Verify-Peer=false", "update"], 2, "Acquire::https::Verify-Peer=false"),
    (["mvn", "-Dmaven.wagon.http.ssl.insecure=true", "package"], 1, "-Dmaven.wagon.http.ssl.insecure=true"),
    (["lftp", "-e", "set ssl:verify-certificate no; mirror", "h"], 2, "set ssl:verify-certificate no; mirror"),
    (["sqlcmd", "-S", "h", "-C", "-Q", "select 1"], 3, "-C"),
    (["mongosh", "--tls", "--tlsAllowInvalidCertificates", "h"], 2, "--tlsAllowInvalidCertificates"),
    (["govc", "about", "-k=true"], 2, "-k=true"),
    (["bundle", "config", "set", "--global", "ssl_verify_mode", "0"], 4, "ssl_verify_mode 0"),
    (["composer", "config", "-g", "--", "disable-tls", "true"], 4, "disable-tls true"),
    # programs that run programs
    (["sudo", "-u", "www", "curl", "-k", URL], 4, "-k"),
    (["sudo", "-E", "GIT_SSL_NO_VERIFY=1", "git", "pull"], 2, "GIT_SSL_NO_VERIFY=1"),
    (["env", "-i", "A=b", "GIT_SSL_NO_VERIFY=1", "git", "pull"], 3, "GIT_SSL_NO_VERIFY=1"),
    (
        ["env", "GIT_SSH_COMMAND=ssh -o StrictHostKeyChecking=no", "git", "pull"],
        1, "GIT_SSH_COMMAND=ssh -o StrictHostKeyChecking=no",
    ),
    (["env", "-S", "curl -k x"], 2, "-k"),
    (["nice", "-n", "10", "curl", "-k", URL], 4, "-k"),
    (["nohup", "curl", "-k", URL], 2, "-k"),
    (["timeout", "-k", "5", "10", "curl", "-k", URL], 5, "-k"),
    (["xargs", "-I{}", "-P", "4", "curl", "-k", "{}"], 5, "-k"),
    (["find", ".", "-name", "*.url", "-exec", "curl", "-k", "{}", ";"], 6, "-k"),
    (["flock", "/tmp/lock", "-c", "curl -k x"], 3, "-k"),
    (["su", "-", "www", "-c", "curl -k x"], 4, "-k"),
    (["bash", "-c", "curl -k x | tar xz"], 2, "-k"),
    (["bash", "-lc", "set -e; curl --insecure x"], 2, "--insecure"),
    (["sh", "-ce", "curl -k x"], 2, "-k"),
    (["bash", "-o", "pipefail", "-c", "curl -k x | tar xz"], 4, "-k"),
    (["cmd", "/c", "curl -k x"], 2, "-k"),
    (["powershell", "-Command", "Invoke-WebRequest -SkipCertificateCheck x"], 2, "-SkipCertificateCheck"),
    (["ssh", "ops@bastion", "curl", "-k", URL], 3, "-k"),
    (["ssh", "-p", "22", "ops@bastion", "cd /srv && sudo curl -k x"], 4, "-k"),
    (["docker", "run", "--rm", "-it", "-v", "/a:/b", "image", "curl", "-k", URL], 8, "-k"),
    (["docker", "run", "-e", "NODE_TLS_REJECT_UNAUTHORIZED=0", "image"], 3, "NODE_TLS_REJECT_UNAUTHORIZED=0"),
    (["docker", "build", "--no-cache", "--build-arg", "GIT_SSL_NO_VERIFY=1", "."], 4, "GIT_SSL_NO_VERIFY=1"),
    (["docker", "compose", "exec", "-T", "web", "sh", "-c", "curl -k x"], 7, "-k"),
    (["podman", "exec", HOLE, "curl", "-k", URL], 4, "-k"),
    (["kubectl", "-n", "ns", "exec", "-it", "pod", "--", "curl", "-k", URL], 8, "-k"),
    # a program that is not known
    ([HOLE, "-o", "StrictHostKeyChecking=no", HOLE], 2, "StrictHostKeyChecking=no"),
    ([HOLE, "-c", "http.sslVerify=false", "pull"], 2, "http.sslVerify=false"),
    ([HOLE, "config", "http.sslVerify", "false"], 2, "http.sslVerify false"),
    ([HOLE, "--no-check-certificate", URL], 1, "--no-check-certificate"),
    ([HOLE, "-c", "curl -k x"], 2, "-k"),
    ([HOLE, "curl", "-k", URL], 2, "-k"),
    ([HOLE, HOLE, "curl", "-k", URL], 3, "-k"),
    ([f"ssh{HOLE}", "-o", "StrictHostKeyChecking=no", "h"], 2, "StrictHostKeyChecking=no"),
]  # fmt: skip

SAFE_LISTS: list[list[str]] = [
    [],
    [""],
    ["curl"],
    ["curl -k https://x.example"],
    ["curl", "-fsSL", "--cacert", "/etc/ssl/corp.pem", URL],
    ["curl", "-K", "curl.conf", URL],
    ["curl", "-ok", URL],
    ["curl", "-sok", URL],
    ["curl", "-o", "-k", URL],
    ["curl", "-A", "--insecure", URL],
    ["curl", "--data", "--insecure", URL],
    ["curl", "--key", "k.pem", URL],
    ["curl", "--keepalive-time", "5", URL],
    ["curl", "--no-insecure", URL],
    ["curl", "--", "-k"],
    ["curl", f"-{HOLE}k", URL],
    ["curl", f"-s{HOLE}", URL],
    ["curl", HOLE, URL],
    ["curl-config", "-k"],
    ["curlew", "--insecure"],
    ["wget", "-k", "https://x.example/index.html"],
    ["wget", "--check-certificate=on", URL],
    ["wget", "-e", "check_certificate=on", URL],
    ["wget", "-O", "--no-check-certificate", URL],
    ["wget", "-O--no-check-certificate", URL],
    ["sort", "-k", "2", "names.txt"],
    ["tar", "-xkf", "build.tgz"],
    ["make", "-k"],
    ["git", "-c", "http.sslVerify=true", "clone", URL],
    ["git", "-c", "http.sslVerify", "clone", URL],
    ["git", "-c", f"http.sslVerify={HOLE}", "clone", URL],
    ["git", "-c", f"http.sslVerify=no{HOLE}", "clone", URL],
    ["git", "-c", "http.sslVerify=false-ish", "clone", URL],
    ["git", "config", "http.sslVerify", "true"],
    ["git", "config", "http.sslVerify", HOLE],
    ["git", "config", "http.sslVerify"],
    ["git", "config", "--unset", "http.sslVerify", "false"],
    ["git", "config", "--global", "--unset-all", "http.sslVerify"],
    ["git", "config", "--get", "http.sslVerify", "false"],
    ["git", "config", "http.sslVersion", "0"],
    ["git", "commit", "--no-verify", "-m", "http.sslVerify=false"],
    ["git", "commit", "-m", "git config http.sslVerify false"],
    ["git", "log", "--grep", "http.sslVerify=false"],
    ["git", "-C", "http.sslVerify=false", "pull"],
    ["ssh", "-o", "StrictHostKeyChecking=yes", "h"],
    ["ssh", "-o", "StrictHostKeyChecking=accept-new", "h"],
    ["ssh", "-o", "StrictHostKeyChecking=ask", "h"],
    ["ssh", "-o", f"StrictHostKeyChecking={HOLE}", "h"],
    ["ssh", "-o", "StrictHostKeyChecking=nothing", "h"],
    ["ssh", "-o", "BatchMode=no", "h"],
    ["ssh", "-o", "UserKnownHostsFile=/dev/null", "h"],
    ["ssh", "-i", "StrictHostKeyChecking=no", "h"],
    ["ssh", "-k", "h", "uptime"],
    ["ssh", "h", "echo", "curl -k"],
    ["pip", "install", "--no-deps", "tool"],
    ["pip", "install", "--cert", "corp.pem", "tool"],
    ["pip", "install", "trusted-host"],
    ["pip", "config", "unset", "global.trusted-host"],
    ["pip", "config", "get", "global.trusted-host"],
    ["python", "-c", "import x", "--trusted-host", "h"],
    ["python", "pip", "install", "--trusted-host", "h"],
    ["pipeline", "--trusted-host", "h"],
    ["kubectl", "--insecure-skip-tls-verify=false", "get", "pods"],
    ["kubectl", f"--insecure-skip-tls-verify={HOLE}", "get", "pods"],
    ["kubectl", "exec", "pod", "--", "sort", "-k", "2"],
    ["podman", "pull", "--tls-verify=true", "image"],
    ["podman", "pull", "--tls-verify", "false"],
    ["docker", "login", "-u", "me", "registry.example"],
    ["docker", "run", "--rm", "image", "sort", "-k", "2"],
    ["docker", "run", "-e", "GIT_SSL_NO_VERIFY", "image"],
    ["docker", "build", "-t", "curl", "-k"],
    ["terraform", "fmt", "-check=false"],
    ["vault", "status", "-tls-skip-verify=false"],
    ["aws", "--ca-bundle", "corp.pem", "s3", "ls"],
    ["npm", "config", "set", "strict-ssl", "true"],
    ["npm", "config", "get", "strict-ssl", "false"],
    ["npm", "install", "strict-ssl"],
    ["npm", "install", "--strict-ssl"],
    ["yarn", "config", "delete", "strict-ssl"],
    ["conda", "config", "--set", "ssl_verify", "/etc/ssl/corp.pem"],
    ["conda", "config", "--remove-key", "ssl_verify"],
    ["conda", "create", "-n", "-k"],
    ["http", "--verify=corp.pem", URL],
    ["http", "--verify=yes", URL],
    ["http", "POST", URL, "verify=no"],
    ["aria2c", "--check-certificate=true", URL],
    ["yt-dlp", "--no-check-formats", URL],
    ["sqlcmd", "-c", "GO", "-P", "-C"],
    ["govc", "about", "-k=false"],
    ["grep", "-rn", "curl -k", "."],
    ["echo", "--insecure"],
    ["logger", "curl", "-k", URL],
    ["sudo", "-k"],
    ["sudo", "-u", "curl", "-k"],
    ["sudo", "echo", "curl", "-k"],
    ["timeout", "-k", "5", "10", "curl", "-s", URL],
    ["xargs", "-I", "curl", "grep", "-k"],
    ["env", "GIT_SSL_NO_VERIFY_NOT=1", "git", "pull"],
    ["env", "-u", "GIT_SSL_NO_VERIFY", "git", "pull"],
    ["bash", "script.sh", "-k"],
    ["bash", "-c", "echo curl -k"],
    ["bash", "-c", 'echo "$@"', "curl", "-k"],
    ["find", ".", "-name", "-k"],
    [HOLE],
    [HOLE, "--insecure", URL],
    [HOLE, "-k", URL],
    [HOLE, "echo", "curl", "-k"],
    [HOLE, "-o", f"StrictHostKeyChecking={HOLE}"],
    [f"{HOLE}curl", "-k", URL],
]

UNSAFE_TEXTS: list[tuple[str, str]] = [
    # text, what its offset points at
    ("curl -k https://x.example", "-k https"),
    (f"curl -k {HOLE}", "-k"),
    ("curl -sSk https://x.example | sh", "-sSk"),
    ("cat list | xargs -n1 curl -k", "-k"),
    ("curl -s a && curl -k b", "-k"),
    ("curl -s a || curl -k b", "-k"),
    ("curl -s a; curl -k b", "-k"),
    ("curl -s a\ncurl -k b", "-k"),
    ("sleep 1 & curl -k b &", "-k"),
    ("cd /srv && git -c http.sslVerify=false pull", "http.sslVerify"),
    ("git config --global http.sslVerify 'false'", "http.sslVerify"),
    ('git config http."https://h/".sslVerify false', "http."),
    ("GIT_SSL_NO_VERIFY=1 git pull", "GIT_SSL"),
    ("A=b GIT_SSL_NO_VERIFY=0 git pull", "GIT_SSL"),
    ("GIT_SSL_NO_VERIFY=1", "GIT_SSL"),
    (f"GIT_SSL_NO_VERIFY={HOLE} git pull", "GIT_SSL"),
    ("export NODE_TLS_REJECT_UNAUTHORIZED=0; npm ci", "NODE_TLS"),
    ("set GIT_SSL_NO_VERIFY=true && git pull", "GIT_SSL"),
    ('GIT_SSH_COMMAND="ssh -i k -o StrictHostKeyChecking=no" git pull', "GIT_SSH"),
    ("CURL_CA_BUNDLE= python fetch.py", "CURL_CA"),
    ("ssh -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null host true", "Strict"),
    ('ssh -o "StrictHostKeyChecking no" host', "Strict"),
    ("ssh -o 'StrictHostKeyChecking=no' host", "Strict"),
    ("sshpass -p x ssh -o StrictHostKeyChecking=no host", "Strict"),
    ('rsync -az -e "ssh -p 22 -o StrictHostKeyChecking=no" a b', "Strict"),
    ("bash -c \"curl -k 'x'\"", "-k 'x'"),
    ("bash -c 'bash -c \"curl -k x\"'", "-k x"),
    ("ssh host 'cd /srv; sudo curl -k x'", "-k"),
    ('sh -c "sh -c \\"curl -k x\\""', "-k"),
    ("eval curl -k x", "-k"),
    ("watch -n 5 curl -k x", "-k"),
    ("time -p curl -k x", "-k"),
    ('echo "$(curl -k x)"', "-k"),
    ("version=$(curl -sk x | jq .version)", "-sk"),
    ("version=`curl -k x`", "-k"),
    ("echo `echo $(curl -k x)`", "-k"),
    ("diff <(curl -s a) <(curl -k b)", "-k"),
    ("echo ${VERSION:-$(curl -k x)}", "-k"),
    ("(cd /srv; curl -k x)", "-k"),
    ("{ curl -k x; }", "-k"),
    ("fetch() { curl -k x; }", "-k"),
    ("if ! curl -k x; then exit 1; fi", "-k"),
    ("for u in a b; do curl -k $u; done", "-k"),
    ("case $x in a) curl -k x;; esac", "-k"),
    ("curl 2>&1 -k x", "-k"),
    ("curl >out 2>/dev/null -k x", "-k"),
    ("curl &>out -k x", "-k"),
    ("> out curl -k x", "-k"),
    ("curl -s a > b; curl -k c", "-k"),
    ("cat <<< curl; curl -k x", "-k"),
    ("cat <<'EOF' > x\ntext\nEOF\ncurl -k x", "-k"),
    ("# comment\ncurl -k x", "-k"),
    ("curl \\\n  -k \\\n  x", "-k"),
    ("\\curl -k x", "-k"),
    (r"C:\tools\curl.exe -k x", "-k"),
    ('"C:\\Program Files\\curl.exe" -k x', "-k"),
    ("'curl' \"-k\" x", "-k"),
    ('curl -"k" x', '-"k"'),
    ("curl --inse'cure' x", "--inse"),
    ("curl $'-k' x", "-k"),
    ("$SSH -o StrictHostKeyChecking=no host", "Strict"),
    (f"{HOLE} -m pip install --trusted-host h x", "--trusted"),
    ("$PYTHON -m pip install --trusted-host=$HOST x", "--trusted"),
    ("curl $OPTIONS -k x", "-k"),
    ("curl 'it is open -k", "-k"),
    ('curl -k "open', "-k"),
    ("curl it's -k x", "-k"),
    ("curl -k $(open", "-k"),
    ("curl -k x)", "-k"),
    ("sudo -u www -- curl -k x", "-k"),
]  # fmt: skip

SAFE_TEXTS = [
    "",
    " \n;;",
    "sort -k 2 names.txt",
    "tar -xkf build.tgz; sort -k 2; ssh -k host",
    "curl -s x | sort -k 2",
    "curl -s x && tar -xkf x",
    "curl -s x > -k",
    "curl -s x 2> --insecure",
    "echo curl -k",
    "echo 'curl -k x'",
    'echo "a; curl -k x"',
    "echo a\\; curl -k x",
    "grep -rn 'curl -k' .",
    "logger --insecure",
    "# curl -k x",
    "true # curl -k x",
    "cat <<EOF\ncurl -k x\nEOF\n",
    "cat <<-EOF\n\tcurl -k x\n\tEOF",
    "cat <<EOF\ncurl -k x\n",
    "curl -s x#-k",
    "git commit -m 'curl -k; http.sslVerify=false'",
    "git -c http.sslVerify=true pull",
    "git -c http.sslVerify=$VERIFY pull",
    "GIT_SSH_COMMAND='ssh -i key' git pull",
    "unset GIT_SSL_NO_VERIFY; git pull",
    "echo GIT_SSL_NO_VERIFY=1",
    "git pull GIT_SSL_NO_VERIFY=1",
    "NODE_TLS_REJECT_UNAUTHORIZED=1 npm ci",
    f"NODE_TLS_REJECT_UNAUTHORIZED={HOLE} npm ci",
    "ssh -o StrictHostKeyChecking=$STRICT host",
    "kubectl --insecure-skip-tls-verify=false get pods",
    "docker login -u me registry.example",
    f"{HOLE} --insecure x",
    f"{HOLE}curl -k x",
    "$TOOL -k x",
    "curl $(echo -k) x",
]


@pytest.mark.parametrize(("arguments", "index", "flag"), UNSAFE_LISTS, ids=lambda value: repr(value)[:80])
def test_the_argument_that_switches_verification_off_is_named(arguments: list[str], index: int, flag: str) -> None:
    found = unverified(arguments)
    assert found is not None
    assert (found.index, found.flag) == (index, flag)


@pytest.mark.parametrize("arguments", SAFE_LISTS, ids=repr)
def test_a_list_without_an_unsafe_flag_is_silent(arguments: list[str]) -> None:
    assert unverified(arguments) is None


@pytest.mark.parametrize(("text", "at"), UNSAFE_TEXTS, ids=repr)
def test_the_offset_points_at_the_flag_in_shell_text(text: str, at: str) -> None:
    found = unverified_in_shell(text)
    assert found is not None
    assert text[found.offset :].startswith(at)


@pytest.mark.parametrize("text", SAFE_TEXTS, ids=repr)
def test_shell_text_without_an_unsafe_flag_is_silent(text: str) -> None:
    assert unverified_in_shell(text) is None


def test_a_finding_says_program_and_remedy() -> None:
    assert unverified(["/usr/bin/pip3.11", "install", "--trusted-host", HOLE]) == Unverified(
        index=2, offset=0, flag="--trusted-host", program="pip", remedy="pass `--cert FILE`"
    )


def test_the_program_behind_an_unknown_name_is_one_that_has_the_flag() -> None:
    found = unverified([HOLE, "-o", "StrictHostKeyChecking=no"])
    assert found is not None
    assert found.program == "ssh"


@pytest.mark.parametrize(
    ("text", "program"),
    [("GIT_SSL_NO_VERIFY=1 /usr/bin/git pull", "git"), ("docker run -e GIT_SSL_NO_VERIFY=1 x", "docker")],
)
def test_a_variable_is_put_down_to_the_program_that_gets_it(text: str, program: str) -> None:
    found = unverified_in_shell(text)
    assert found is not None
    assert found.program == program


def test_an_offset_in_a_list_is_that_in_the_shell_text() -> None:
    found = unverified(["bash", "-c", "curl -k x"])
    assert found is not None
    assert (found.index, found.offset) == (2, 5)


@pytest.mark.parametrize(
    ("name", "option"),
    [
        (name, option.replace("[", "").replace("]", ""))
        for names, options, _ in table.FLAGS
        for name in names.split()
        for option in options.split()
        if name != "?"
    ],
)
def test_every_flag_of_the_table_is_found(name: str, option: str) -> None:
    found = unverified([name, option])
    assert found is not None
    assert (found.index, found.flag, found.program) == (1, option, name)
    assert may_concern(option)


@pytest.mark.parametrize(
    ("name", "word"),
    [
        (name, f"{option.rstrip('=').replace('[', '').replace(']', '')}={value}")
        for names, options, values, _ in table.VALUES
        for name in names.split()
        for option in options.split()
        for value in values.split("|")
    ],
)
def test_every_value_of_the_table_is_found(name: str, word: str) -> None:
    found = unverified([HOLE if name == "?" else name, word])
    assert found is not None
    assert found.flag == word
    assert may_concern(word)


def _in_double_quotes(text: str) -> str:
    return '"' + re.sub(r'([\\"$`])', r"\\\1", text) + '"'


@st.composite
def spelled(draw: st.DrawFn, word: str) -> str:
    """A word as somebody may write it in a shell."""
    cut = draw(st.integers(0, len(word)))
    quoting = st.sampled_from([shlex.quote, _in_double_quotes])
    return "".join(draw(quoting)(part) for part in (word[:cut], word[cut:]) if part) or "''"


OPTIONS = sorted(
    {
        re.sub(r"[][=]", "", option)
        for row in (*table.FLAGS, *table.VALUES, *table.SETTINGS, *table.TAKE_VALUE, *table.TAKE_COMMAND_LINE)
        for option in row[1].split()
    }
)
PROGRAMS = sorted(
    {name for row in (*table.FLAGS, *table.SETTINGS) for name in row[0].split()}
    | {name for names, *_ in table.WRAPPERS for name in names.split()}
)
OTHERS = ["config", "set", "run", "exec", "-sk", "--", "-", "a=b", "GIT_SSL_NO_VERIFY=1", "false", "=no", HOLE, "", "x"]
PIECES = st.sampled_from([*PROGRAMS, *OPTIONS, *OTHERS])
SYMBOLS = st.sampled_from([*" ;|&\n'\"`$(){}<>#\\=", "$(", "${", "&&", "||", "<<EOF\n", "2>&1", "\nEOF\n", HOLE])
TEXTS = st.lists(st.one_of(PIECES, SYMBOLS, st.just(" ")), max_size=20).map("".join)


@st.composite
def lists(draw: st.DrawFn) -> list[str]:
    """An unsafe list with words put into it, or taken out, which it may survive."""
    arguments = list(draw(st.sampled_from(UNSAFE_LISTS))[0])
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(arguments)))
        arguments[at : at + draw(st.integers(0, 1))] = draw(st.lists(st.one_of(PIECES, TEXTS), max_size=2))
    return arguments


@st.composite
def texts(draw: st.DrawFn) -> str:
    """An unsafe shell text with pieces put into it, or taken out, which it may survive."""
    text = draw(st.sampled_from(UNSAFE_TEXTS))[0]
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.one_of(PIECES, SYMBOLS, TEXTS)) + text[at + draw(st.integers(0, 2)) :]
    return text


@settings(max_examples=400)
@given(st.sampled_from(UNSAFE_LISTS), st.data())
def test_quoting_hides_nothing(row: tuple[list[str], int, str], data: st.DataObject) -> None:
    arguments, index, flag = row
    words = [data.draw(spelled(argument)) for argument in arguments]
    text = " ".join(words)
    in_list, in_text = unverified(arguments), unverified_in_shell(text)
    assert in_list is not None
    assert in_text is not None
    assert (in_text.flag, in_text.program, in_text.remedy) == (flag, in_list.program, in_list.remedy)
    begin = len(" ".join([*words[:index], ""]))
    assert begin <= in_text.offset < begin + len(words[index])
    assert may_concern(text)


@settings(max_examples=500)
@given(lists())
@example(["bash", "-c", "curl --inse'cu're x"])
def test_what_is_reported_in_a_list_may_concern(arguments: list[str]) -> None:
    found = unverified(arguments)
    assert not found or may_concern(arguments[found.index])
    assert not found or 0 <= found.offset < len(arguments[found.index])


@settings(max_examples=500)
@given(texts())
@example("curl -$'k' x")
@example("curl --inse\\\ncure x")
def test_what_is_reported_in_shell_text_may_concern(text: str) -> None:
    found = unverified_in_shell(text)
    assert not found or (may_concern(text) and 0 <= found.offset < len(text))


@settings(max_examples=300)
@given(st.lists(st.text(), max_size=6), st.text())
@example(["\ud800", "-\ud800k"], "\ud800 -k")
def test_no_input_raises(arguments: list[str], text: str) -> None:
    for argument in (*arguments, text):
        may_concern(argument)
    assert unverified_in_shell(text) is None or may_concern(text)
    assert unverified(arguments) is None or any(may_concern(argument) for argument in arguments)


@given(st.sampled_from(UNSAFE_LISTS), st.text(string.ascii_letters + "/.:", min_size=1))
def test_an_argument_more_at_the_end_changes_nothing(row: tuple[list[str], int, str], more: str) -> None:
    arguments, index, flag = row
    found = unverified([*arguments, more])
    # What is the last word of an option without a value, or of a phrase, may get one.
    assert found is None or (found.index, found.flag) == (index, flag) or arguments[-1] == flag


@given(st.sampled_from([text for text, _ in UNSAFE_TEXTS]), st.sampled_from(["true", "cd /srv", "sort -k 2 x"]))
def test_a_command_before_moves_the_offset(text: str, before: str) -> None:
    alone, found = unverified_in_shell(text), unverified_in_shell(f"{before}\n{text}")
    assert alone is not None
    assert found is not None
    assert found.offset == alone.offset + len(before) + 1


@pytest.mark.parametrize("text", ["", "hello", "-h", "install -r requirements.txt", "/usr/bin/python3", "-la", "-n 5"])
def test_ordinary_text_is_filtered_out(text: str) -> None:
    assert not may_concern(text)


def test_what_is_longer_than_the_limit_is_cut() -> None:
    assert unverified_in_shell(f"{' ' * 70_000}curl -k x") is None
    assert unverified(["echo", "x" * 70_000, "-k"]) is None


HARD = [
    "sudo ",
    "$(",
    "${",
    "(",
    "`",
    "'",
    '"',
    "\\",
    "<<EOF\n",
    "2>",
    "a ",
    "a;",
    "-a",
    "-o ",
    "http.",
    "docker run -e ",
    "git config http.sslVerify ",
    "StrictHostKeyChecking=",
    'bash -c "',
    "A=b ",
    "curl -s a\n",
    f"{HOLE} ",
]


@pytest.mark.parametrize("piece", HARD)
def test_work_is_proportional_to_the_text(piece: str) -> None:
    def work(size: int) -> int:
        text = f"git -c {piece * size}"
        return calls_made(lambda: (unverified_in_shell(text), unverified(text.split()), may_concern(text)))

    work(1)  # reads the table
    assert work(800) < 5 * work(200) + 500
