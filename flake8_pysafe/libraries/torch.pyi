"""torch 1.13 to 2.13: https://docs.pytorch.org/docs/stable/generated/torch.load.html"""

import torch as serialization
import torch.hub as hub
import torch.package as package
import torch.utils as utils
from flake8_pysafe.markers import DumpTarget, PickleModule, WeightsOnly

# `weights_only` has been True by default since 2.6, but not beside a `pickle_module`.
def load(
    f,
    map_location=...,
    pickle_module: PickleModule = ...,
    *,
    weights_only: WeightsOnly = ...,
    mmap=...,
    **pickle_load_args,
) -> object: ...
def save(obj, f: DumpTarget, pickle_module=..., pickle_protocol=..., **kwargs) -> None: ...
