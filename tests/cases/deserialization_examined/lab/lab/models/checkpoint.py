import pickle

import torch


class Restricted(pickle.Unpickler):
    ALLOWED = frozenset({("collections", "OrderedDict"), ("torch", "FloatStorage")})

    def find_class(self, module, name):
        if (module, name) in self.ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name}")


class Lenient(Restricted):
    def find_class(self, module, name):
        return pickle.Unpickler.find_class(self, module, name)


class ModelMixin:
    def save(self, path):
        torch.save({"state": self.state_dict(), "config": self.config}, path)

    @classmethod
    def load(cls, path):
        data = torch.load(path, map_location="cpu", weights_only=False)  # PS205: 66
        model = cls(**data["config"])
        model.load_state_dict(data["state"])
        return model
