"""stable-baselines3 1.0 to 2.9: https://stable-baselines3.readthedocs.io/en/master/modules/base.html"""

from flake8_pysafe.markers import PickledFile
from stable_baselines3.common.base_class import BaseAlgorithm

class OffPolicyAlgorithm(BaseAlgorithm):
    def load_replay_buffer(self, path: PickledFile, truncate_last_traj=...) -> None: ...
