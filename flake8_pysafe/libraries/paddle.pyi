"""paddlepaddle 2.0 to 3.3: https://www.paddlepaddle.org.cn/documentation/docs/en/api/paddle/load_en.html"""

import paddle as framework
import paddle as io
from flake8_pysafe.markers import DumpTarget, PickledFile

def load(path: PickledFile, **configs) -> object: ...
def save(obj, path: DumpTarget, protocol=..., **configs) -> None: ...
