"""PS403: certifi-pinned."""

import subprocess

subprocess.run(["pip", "install", "certifi==2023.7.22"])  # PS403: 36
subprocess.run(["pip", "install", "certifi<2024"])  # PS403: 36
subprocess.run(["pip", "install", "certifi>=2023.7.22"])
subprocess.run(["pip", "install", "certifi!=2023.7.21"])
subprocess.run(["pip", "install", "--upgrade", "certifi"])
subprocess.run(["pip", "install", "certifi-win32==1.6.1"])
