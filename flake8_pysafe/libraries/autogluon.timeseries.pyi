"""autogluon.timeseries 1.0 to 1.6: https://auto.gluon.ai/stable/api/"""

import autogluon.timeseries as predictor
from flake8_pysafe.markers import PickledFile

class TimeSeriesPredictor:
    @classmethod
    def load(cls, path: PickledFile, **kwargs) -> TimeSeriesPredictor: ...
