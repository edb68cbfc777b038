"""autogluon.multimodal 1.0 to 1.6: https://auto.gluon.ai/stable/api/"""

import autogluon.multimodal as predictor
from flake8_pysafe.markers import PickledFile

class MultiModalPredictor:
    @classmethod
    def load(cls, path: PickledFile, **kwargs) -> MultiModalPredictor: ...
