"""numpy.lib.npyio of numpy 1.17 to 2.4: https://numpy.org/doc/stable/reference/"""

from flake8_pysafe.markers import AllowPickle

class NpzFile:
    def __init__(
        self, fid, own_fid=..., allow_pickle: AllowPickle = ..., pickle_kwargs=..., *, max_header_size=...
    ) -> None: ...
