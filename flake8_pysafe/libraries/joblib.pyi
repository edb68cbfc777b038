"""joblib 0.14 to 1.6: https://joblib.readthedocs.io/en/stable/persistence.html"""

import pickle

import joblib as numpy_pickle
from flake8_pysafe.markers import DumpTarget, PickledFile, UnpicklerFile

class NumpyUnpickler(pickle._Unpickler):
    def __init__(self, filename, file_handle: UnpicklerFile, ensure_native_byte_order=..., mmap_mode=...) -> None: ...

def load(filename: PickledFile, mmap_mode=..., ensure_native_byte_order=...) -> object: ...
def dump(value, filename: DumpTarget, compress=..., protocol=...) -> object: ...
