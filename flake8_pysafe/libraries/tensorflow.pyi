"""tensorflow 2.13 to 2.20: https://www.tensorflow.org/api_docs/python/tf/keras/models/load_model"""

import keras as keras
