"""walrus 0.7 to 0.9: https://walrus.readthedocs.io/en/latest/models.html"""

import walrus as models
from flake8_pysafe.markers import UnpickledField

class PickledField:
    def __init__(self, index=..., primary_key=..., default=...) -> UnpickledField: ...
