"""Python 3.10 to 3.14: https://docs.python.org/3/library/multiprocessing.html"""

import pickle

from flake8_pysafe.markers import Dumped, DumpTarget, Pickled

class ForkingPickler(pickle.Pickler):
    @classmethod
    def dumps(cls, obj, protocol=...) -> Dumped: ...
    @staticmethod
    def loads(data: Pickled, /, *, fix_imports=..., encoding=..., errors=..., buffers=...) -> object: ...

def dump(obj, file: DumpTarget, protocol=...) -> None: ...
