"""pandas.compat.pickle_compat of pandas 1.0 to 3.1: https://pandas.pydata.org/docs/reference/io.html"""

import pickle

from flake8_pysafe.markers import Pickled

class Unpickler(pickle._Unpickler): ...

# Until 2.x.
def load(fh: Pickled, encoding=..., is_verbose=...) -> object: ...
def loads(bytes_object: Pickled, *, fix_imports=..., encoding=..., errors=...) -> object: ...
