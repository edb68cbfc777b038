"""PS402: malicious-dependency."""

import os
import subprocess

from pip import main
from pip._internal import main as internal

subprocess.run(["pip", "install", "colourama"])  # PS402: 36
os.system("pip install colorama reqeusts colourama==1.0")  # PS402: 42; the worst is named
main(["install", "colourama"])  # PS402: 19
internal(["install", "--user", "colourama"])  # PS402: 33
main(["install", "colorama"])
main(["uninstall", "colourama"])
