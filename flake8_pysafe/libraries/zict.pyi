"""zict 1.0 to 3.0: https://zict.readthedocs.io/en/latest/"""

import zict as func
from flake8_pysafe.markers import Serializer

class Func:
    def __init__(self, dump, load: Serializer, d) -> None: ...
