"""ray 1.0 to 2.60: https://docs.ray.io/en/latest/ray-core/objects/serialization.html"""

import ray.cloudpickle as cloudpickle
