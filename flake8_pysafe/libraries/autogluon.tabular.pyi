"""autogluon.tabular 1.0 to 1.6: https://auto.gluon.ai/stable/api/"""

import autogluon.tabular as predictor
from flake8_pysafe.markers import PickledFile

class TabularPredictor:
    @classmethod
    def load(cls, path: PickledFile, **kwargs) -> TabularPredictor: ...
