"""PS401: misspelled-dependency."""

import asyncio
import os
import subprocess
import sys
from subprocess import check_call

subprocess.run(["pip", "install", "reqeusts"], check=True)  # PS401: 36
subprocess.run([sys.executable, "-m", "pip", "install", "-U", "--no-cache-dir", "reqeusts==2.31"])  # PS401: 82
subprocess.run(["pip", "install", "requests", "numpy"], check=True)
check_call("sudo pip3 install numpyy", shell=True)  # PS401: 31
os.system("python3 -m pip install --upgrade pip && pip install pandsa")  # PS401: 64
os.system("pip install pandas")
os.popen("uv pip install reqeusts")  # PS401: 26
asyncio.create_subprocess_exec("uv", "add", "reqeusts[socks]")  # PS401: 33
asyncio.create_subprocess_shell("poetry add --group dev reqeusts@^2.31")  # PS401: 57

COMMAND = [sys.executable, "-m", "pip", "install"]
subprocess.run([*COMMAND, "reqeusts"])  # PS401: 16
subprocess.run(COMMAND + ["requests"])


def install(name, version):
    subprocess.run([sys.executable, "-m", "pip", "install", name])
    subprocess.run([sys.executable, "-m", "pip", "install", f"reqeusts=={version}"])  # PS401: 61
    subprocess.run([sys.executable, "-m", "pip", "install", f"reqeusts{version}"])


install("requests", 1)

# What is installed from elsewhere does not depend on the name.
subprocess.run(["pip", "install", "./reqeusts", "-e", "reqeusts/"])
subprocess.run(["pip", "install", "-r", "reqeusts", "-t", "reqeusts", "--prefix", "numpyy"])
subprocess.run(["pip", "show", "reqeusts"])
subprocess.run(["pip", "uninstall", "-y", "reqeusts"])
subprocess.run(["echo", "pip", "install", "reqeusts"])
print("pip install reqeusts")
subprocess.run(["pipx", "run", "black", "reqeusts"])
subprocess.run("pip install reqeusts")  # silent: the name of one program
