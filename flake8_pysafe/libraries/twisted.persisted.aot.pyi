"""twisted.persisted.aot of Twisted 18 to 26: https://docs.twisted.org/en/stable/api/twisted.persisted.aot.html"""

from flake8_pysafe.markers import Dumped, Pickled

# The text is executed.
def unjellyFromSource(stringOrFile: Pickled) -> object: ...
def jellyToSource(obj, file=...) -> Dumped: ...
