"""twisted.persisted.sob of Twisted 18 to 26: https://docs.twisted.org/en/stable/api/twisted.persisted.sob.html"""

from flake8_pysafe.markers import PickledFile

# The style "source" is executed, the style "pickle" unpickled.
def load(filename: PickledFile, style) -> object: ...
def loadValueFromFile(filename: PickledFile, variable) -> object: ...
