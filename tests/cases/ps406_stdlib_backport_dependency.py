"""PS406: stdlib-backport-dependency."""

import subprocess

subprocess.run(["pip", "install", "argparse"])  # PS406: 36
subprocess.run(["pip", "install", "asyncio==3.4.3"])  # PS406: 36
subprocess.run(["pip", "install", "argparse; python_version < '3.2'"])
subprocess.run(["pip", "install", "DateTime"])
subprocess.run(["pip", "install", "typing_extensions"])
subprocess.run(["conda", "install", "pathlib"])
