"""stable_baselines3.common of stable-baselines3 1.0 to 2.9: https://stable-baselines3.readthedocs.io/en/master/"""

import stable_baselines3.common.base_class as base_class
import stable_baselines3.common.save_util as save_util
import stable_baselines3.common.vec_env as vec_env
