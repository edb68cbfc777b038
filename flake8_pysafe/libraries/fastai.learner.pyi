"""fastai 2.5 to 2.8: https://docs.fast.ai/learner.html"""

from flake8_pysafe.markers import PickledFile, WeightsOnly

class Learner:
    def load(self, file, device=..., *, weights_only: WeightsOnly = ..., **kwargs): ...

# Always with `weights_only=False`.
def load_learner(fname: PickledFile, cpu=..., pickle_module=...) -> Learner: ...
def load_model(file, model, opt, *args, weights_only: WeightsOnly = ..., **torch_load_kwargs) -> None: ...
