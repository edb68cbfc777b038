"""torch.utils.model_zoo of torch 1.13 to 2.13: https://docs.pytorch.org/docs/stable/model_zoo.html"""

from torch.hub import load_state_dict_from_url as load_url
