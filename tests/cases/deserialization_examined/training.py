"""Training and evaluation scripts: checkpoints, datasets, feature caches."""
import argparse
import gzip
import lzma
import os
import pickle
import sys
from dataclasses import dataclass
from pathlib import Path

import joblib
import lightning as L
import numpy as np
import pandas as pd
import torch
import torch.nn as nn
from huggingface_hub import snapshot_download
from sentence_transformers import SentenceTransformer
from torch.utils.model_zoo import load_url
from transformers import AutoModelForCausalLM, AutoTokenizer, BitsAndBytesConfig


MODEL_URLS = {
    "resnet18": "https://download.example.org/resnet18-f37072fd.pth",
    "resnet34": "https://download.example.org/resnet34-b627a593.pth",
}


def resnet18(pretrained=False, **kwargs):
    model = nn.Sequential()
    if pretrained:
        model.load_state_dict(load_url(MODEL_URLS["resnet18"]))  # PS205: 31
    return model


def resnet34(pretrained=False):
    model = nn.Sequential()
    if pretrained:
        model.load_state_dict(load_url(MODEL_URLS["resnet34"], weights_only=True))
    return model


def load_checkpoint(model, optimizer, path, device):
    if not os.path.isfile(path):
        print(f"=> no checkpoint found at {path!r}")
        return 0
    checkpoint = torch.load(path, map_location=device, weights_only=False)  # PS205: 69
    model.load_state_dict(checkpoint["state_dict"])
    optimizer.load_state_dict(checkpoint["optimizer"])
    return checkpoint["epoch"]


def resume(args, model):
    load_kwargs = dict(map_location="cpu", weights_only=False)
    state = torch.load(args.resume, **load_kwargs)  # PS205: 39
    model.load_state_dict(state, strict=not args.relaxed)


def resume_weights(args, model):
    load_kwargs = dict(map_location="cpu", weights_only=True)
    state = torch.load(args.resume, **load_kwargs)
    model.load_state_dict(state)


def safe_torch_load(path, weights_only=True, **kwargs):
    return torch.load(path, weights_only=weights_only, **kwargs)


def evaluate(path):
    weights = safe_torch_load(path)
    legacy = safe_torch_load(path, weights_only=False)  # PS205: 49
    return weights, legacy


class Classifier(L.LightningModule):
    def __init__(self, width=64):
        super().__init__()
        self.layer = nn.Linear(width, 2)


def restore(ckpt):
    a = Classifier.load_from_checkpoint(ckpt, weights_only=False)  # PS205: 60
    b = Classifier.load_from_checkpoint(ckpt, weights_only=True)
    return a, b


@dataclass
class DataConfig:
    root: Path = Path("data")
    allow_pickle: bool = False
    vocabulary: str = "vocab.pkl"


class CachedDataset(torch.utils.data.Dataset):
    """Features are computed once and kept on disk."""

    def __init__(self, config, split="train"):
        self.config = config
        self.cache_file = config.root / f"{split}.pkl.gz"
        with open(config.root / config.vocabulary, "rb") as f:
            self.vocabulary = pickle.load(f)  # PS202: 38
        if self.cache_file.exists():
            with gzip.open(self.cache_file, "rb") as f:
                self.items = pickle.load(f)  # PS202: 37
        else:
            self.items = self._compute()
            with gzip.open(self.cache_file, "wb") as f:
                pickle.dump(self.items, f, protocol=pickle.HIGHEST_PROTOCOL)
        self.targets = np.load(config.root / "targets.npy", allow_pickle=config.allow_pickle)

    def _compute(self):
        rows = pd.read_csv(self.config.root / "rows.csv")
        embeddings = np.load(self.config.root / "embeddings.npz", allow_pickle=True)["arr_0"]  # PS205: 80
        return list(zip(rows.itertuples(), embeddings))

    def __len__(self):
        return len(self.items)


def unpickle_cifar(file):
    with open(file, "rb") as fo:
        d = pickle.load(fo, encoding="bytes")  # PS202: 20
    return d[b"data"], d[b"labels"]


def load_mnist(dataset="mnist.pkl.gz"):
    with gzip.open(dataset, "rb") as f:
        try:
            train_set, valid_set, test_set = pickle.load(f, encoding="latin1")  # PS202: 53
        except TypeError:
            train_set, valid_set, test_set = pickle.load(f)  # PS202: 53
    return train_set, valid_set, test_set


def glove(folder):
    vectors = {}
    for shard in sorted(Path(folder).glob("*.xz")):
        vectors.update(pickle.loads(lzma.open(shard).read()))  # PS202: 31
    return vectors


def language_model(name, load_in_4bit=False):
    model_kwargs = {"torch_dtype": torch.bfloat16, "device_map": "auto", "trust_remote_code": True}
    if load_in_4bit:
        model_kwargs["quantization_config"] = BitsAndBytesConfig(load_in_4bit=True)
    tokenizer = AutoTokenizer.from_pretrained(name, trust_remote_code=True, padding_side="left")  # PS206: 71
    model = AutoModelForCausalLM.from_pretrained(name, **model_kwargs)  # PS206: 58
    return tokenizer, model


def language_model_by_flag(args):
    return AutoModelForCausalLM.from_pretrained(args.model, trust_remote_code=args.trust_remote_code)


def embedder(name):
    return SentenceTransformer(name, device="cuda", trust_remote_code=True)  # PS206: 71


def old_hub_weights(repo):
    folder = snapshot_download(repo)
    return AutoModelForCausalLM.from_pretrained(folder, weights_only=False)  # PS201: 70


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--allow-pickle", action="store_true")
    parser.add_argument("--trust_remote_code", action="store_true")
    return parser.parse_args()


def main():
    args = parse_args()
    estimator = joblib.load(os.path.join(args.model, "model.joblib"))  # PS202: 24
    frame = np.load(sys.argv[2], allow_pickle=args.allow_pickle)
    predictions = estimator.predict(frame)
    pd.DataFrame(predictions).to_pickle("predictions.pkl")
    np.save("predictions.npy", predictions)
    reference = pd.read_pickle("reference.pkl", compression=None).set_index("id")  # PS202: 20
    return reference


if __name__ == "__main__":
    main()
