"""keras 2.13 to 3.15: https://keras.io/api/models/model_saving_apis/"""

import keras as config
import keras as models
import keras as saving
import keras as utils
from flake8_pysafe.markers import SafeMode, UnsafeDeserialization

def load_model(filepath, custom_objects=..., compile=..., safe_mode: SafeMode = ...) -> object: ...
def deserialize_keras_object(config, custom_objects=..., safe_mode: SafeMode = ..., **kwargs) -> object: ...
def enable_unsafe_deserialization() -> UnsafeDeserialization: ...
