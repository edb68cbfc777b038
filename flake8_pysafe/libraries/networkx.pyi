"""networkx 1.11 to 2.8, the last with pickles: https://networkx.org/documentation/networkx-2.8.8/"""

import networkx as gpickle
import networkx as readwrite
from flake8_pysafe.markers import DumpTarget, PickledFile

def read_gpickle(path: PickledFile) -> object: ...
def write_gpickle(G, path: DumpTarget, protocol=...) -> None: ...
