"""django-picklefield 2.0 to 3.4: https://github.com/gintas/django-picklefield"""

import picklefield as fields
from flake8_pysafe.markers import UnpickledField

class PickledObjectField:
    def __init__(self, *args, **kwargs) -> UnpickledField: ...
