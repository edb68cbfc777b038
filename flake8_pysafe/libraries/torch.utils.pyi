"""torch.utils of torch 1.13 to 2.13: https://docs.pytorch.org/docs/stable/index.html"""

import torch.utils.model_zoo as model_zoo
