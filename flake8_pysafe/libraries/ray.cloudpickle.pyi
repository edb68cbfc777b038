"""ray 1.0 to 2.60: https://docs.ray.io/en/latest/ray-core/objects/serialization.html"""

import ray.cloudpickle as cloudpickle
import ray.cloudpickle as cloudpickle_fast
from cloudpickle import CloudPickler as CloudPickler
from cloudpickle import Pickler as Pickler
from cloudpickle import dump as dump
from cloudpickle import dumps as dumps
from cloudpickle import load as load
from cloudpickle import loads as loads
