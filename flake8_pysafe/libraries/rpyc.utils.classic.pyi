"""rpyc.utils.classic of rpyc 4.1 to 6.0: https://rpyc.readthedocs.io/en/latest/api/utils_classic.html"""

from flake8_pysafe.markers import PeerObject

# The other side decides what is pickled there and unpickled here.
def obtain(proxy) -> PeerObject: ...
