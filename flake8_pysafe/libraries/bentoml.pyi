"""bentoml 1.0 to 1.4: https://docs.bentoml.com/en/latest/"""

import bentoml.picklable_model as picklable_model
