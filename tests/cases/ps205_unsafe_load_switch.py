"""PS205: unsafe-load-switch."""

import os

import keras
import numpy as np
import torch
from numpy import load

OPTIONS = {"weights_only": False}


def arrays(path):
    np.load(path, allow_pickle=True)  # PS205: 32
    np.load(path, None, True)  # PS205: 25
    load("größe.npy", allow_pickle=True)  # PS205: 36
    np.load(path)
    np.load(path, allow_pickle=False)
    np.load(path, mmap_mode="r")
    np.loadtxt(path)


def weights(path, url):
    torch.load(path, weights_only=False)  # PS205: 35
    torch.load(path, **OPTIONS)  # PS205: 24
    torch.load(path, weights_only=True)
    torch.hub.load_state_dict_from_url(url, weights_only=True)
    keras.models.load_model(path, safe_mode=False)  # PS205: 45
    keras.models.load_model(path, safe_mode=True)
    keras.config.enable_unsafe_deserialization()  # PS205: 18


def asked(path, trusted):
    torch.load(path, weights_only=trusted)


class Model:
    def load(self, path, allow_pickle=False, weights_only=True):
        return path


Model().load("x", allow_pickle=True, weights_only=False)

os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"  # PS205: 50
os.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"
