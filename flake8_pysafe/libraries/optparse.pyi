"""Python 3.10 to 3.14: https://docs.python.org/3/library/optparse.html"""

from flake8_pysafe.markers import Chosen

class Values:
    def __getattr__(self, name) -> Chosen: ...

class OptionParser:
    def parse_args(self, args=..., values=...) -> Chosen: ...
