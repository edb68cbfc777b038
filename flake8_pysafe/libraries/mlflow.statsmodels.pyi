"""mlflow.statsmodels of mlflow 1.20 to 3.17: https://mlflow.org/docs/latest/api_reference/"""

from flake8_pysafe.markers import PickledFile

def load_model(model_uri: PickledFile, dst_path=..., **kwargs) -> object: ...
