"""stable-baselines3 1.0 to 2.9: https://stable-baselines3.readthedocs.io/en/master/modules/base.html"""

from flake8_pysafe.markers import PickledFile

class BaseAlgorithm:
    @classmethod
    def load(cls, path: PickledFile, env=..., device=..., custom_objects=..., **kwargs) -> BaseAlgorithm: ...
