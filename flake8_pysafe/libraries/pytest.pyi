"""pytest 6.2 to 9.0: https://docs.pytest.org/en/stable/reference/reference.html#pytest.MonkeyPatch"""

from flake8_pysafe.markers import PickleVariable

class MonkeyPatch:
    def setenv(self, name, value: PickleVariable, prepend=...) -> None: ...
