"""hickle 3.4 to 5.0: https://telegraphic.github.io/hickle/"""

from flake8_pysafe.markers import DumpTarget, PickledFile

# `safe=True` is about files of hickle 3 and older.
def load(file_obj: PickledFile, path=..., safe=..., **kwargs) -> object: ...
def dump(py_obj, file_obj: DumpTarget, mode=..., path=..., **kwargs) -> None: ...
