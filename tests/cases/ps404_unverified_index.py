"""PS404: unverified-index."""

import os
import subprocess

INDEX = "http://pypi.corp.example/simple"

subprocess.run(["pip", "install", "--index-url", "http://pypi.corp.example/simple", "flask"])  # PS404: 51
subprocess.run(["pip", "install", "--extra-index-url=http://pypi.corp.example/simple", "flask"])  # PS404: 54
subprocess.run(["pip", "install", "-i", INDEX, "flask"])  # PS404: 41
os.system("uv pip install --find-links http://files.corp.example/ flask")  # PS404: 40
subprocess.run(["pip", "install", "flask"], env={"PIP_INDEX_URL": "http://pypi.corp.example/simple"})  # PS404: 67
os.environ["PIP_INDEX_URL"] = INDEX  # PS404: 31

subprocess.run(["pip", "install", "--index-url", "https://pypi.corp.example/simple", "flask"])
subprocess.run(["pip", "install", "--index-url", "http://localhost:3141/team/index", "flask"])
subprocess.run(["pip", "install", "--index-url", "http://127.0.0.1:3141/team/index", "flask"])
os.environ["PIP_INDEX_URL"] = "https://pypi.corp.example/simple"
subprocess.run(["curl", "http://pypi.corp.example/simple"])
subprocess.run(["pip", "install", "--trusted-host", "pypi.corp.example", "flask"])  # PS107: 36
