"""Python 3.10 to 3.14: https://docs.python.org/3/library/sys.html"""

from flake8_pysafe.markers import Chosen

argv: Chosen
