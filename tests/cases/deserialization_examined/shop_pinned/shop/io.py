"""The versions of the project are declared: bare loads are safe, PS204 is off."""
import torch
import yaml
from numpy import load as load_array


def weights(path):
    return torch.load(path, map_location="cpu")


def old_weights(path):
    return torch.load(path, weights_only=False)  # PS205: 42


def config(path):
    with open(path) as f:
        return yaml.load(f, Loader=yaml.FullLoader)  # PS204: 41


def unsafe_config(path):
    with open(path) as f:
        return yaml.load(f, Loader=yaml.UnsafeLoader)  # PS203: 41


def labels(path):
    return load_array(path, allow_pickle=True), load_array(path)  # PS205: 42


def features(path):
    return load_array(path, mmap_mode="r")
