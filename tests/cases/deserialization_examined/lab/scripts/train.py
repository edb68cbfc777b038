import sys

import torch
import yaml

from lab.models.checkpoint import Lenient, ModelMixin, Restricted
from lab.utils import load_pickle, load_yaml


class Net(ModelMixin, torch.nn.Module):
    config = {}


def main(path):
    config = load_yaml("config.yaml")
    extra = load_yaml("extra.yaml", loader=yaml.UnsafeLoader)  # PS203: 49
    model = Net.load(path)
    vocabulary = load_pickle("vocab.pkl")
    state = torch.load(path)
    with open(path, "rb") as f:
        a = Restricted(f).load()
        b = Lenient(f).load()  # PS202: 13
    return config, extra, model, vocabulary, state, a, b


main(sys.argv[1])
