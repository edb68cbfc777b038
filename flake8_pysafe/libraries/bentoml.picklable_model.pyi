"""bentoml 1.0 to 1.4: https://docs.bentoml.com/en/latest/reference/bentoml/stores.html"""

from flake8_pysafe.markers import PickledFile

def load_model(bento_model: PickledFile) -> object: ...
