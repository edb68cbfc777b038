"""gensim 3.8 to 4.4: https://radimrehurek.com/gensim/utils.html"""

from flake8_pysafe.markers import DumpTarget, PickledFile

class SaveLoad:
    @classmethod
    def load(cls, fname: PickledFile, mmap=..., **kwargs) -> object: ...

def pickle(obj, fname: DumpTarget, protocol=...) -> None: ...
def unpickle(fname: PickledFile) -> object: ...
