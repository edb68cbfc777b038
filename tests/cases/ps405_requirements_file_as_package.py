"""PS405: requirements-file-as-package."""

import subprocess
import sys

subprocess.run(["pip", "install", "requirements.txt"])  # PS405: 36
subprocess.run([sys.executable, "-m", "pip", "install", "-U", "deploy/requirements-dev.txt"])  # PS405: 64
subprocess.run("pip install requirements.txt", shell=True)  # PS405: 29
subprocess.run(["pip", "install", "-r", "requirements.txt"])
subprocess.run("pip install -rrequirements.txt -c constraints.txt", shell=True)
subprocess.run(["pip", "install", "requirements-parser"])
