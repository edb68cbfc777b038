"""PS202: the module beside this file is not the one that is imported."""

import pickle

from codecs_of_ours import pickle as ours


def read(text):
    return pickle.loads(text)  # PS202: 19


def read_ours(text):
    return ours.loads(text)
