"""stable-baselines3 1.0 to 2.9: https://stable-baselines3.readthedocs.io/en/master/guide/vec_envs.html"""

import stable_baselines3.common.vec_env as vec_normalize
from flake8_pysafe.markers import PickledFile

class VecNormalize:
    @staticmethod
    def load(load_path: PickledFile, venv) -> VecNormalize: ...
