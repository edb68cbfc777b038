"""lightning 2.0 to 2.6: https://lightning.ai/docs/pytorch/stable/common/checkpointing_basic.html"""

from flake8_pysafe.markers import CheckpointWeightsOnly, WeightsOnly

# Without `weights_only` a file is loaded as `torch.load` does, a URL always unsafely.
class LightningModule:
    @classmethod
    def load_from_checkpoint(
        cls,
        checkpoint_path,
        map_location=...,
        hparams_file=...,
        strict=...,
        weights_only: CheckpointWeightsOnly = ...,
        **kwargs,
    ) -> LightningModule: ...

class LightningDataModule:
    @classmethod
    def load_from_checkpoint(
        cls, checkpoint_path, map_location=..., hparams_file=..., weights_only: CheckpointWeightsOnly = ..., **kwargs
    ) -> LightningDataModule: ...

# `weights_only` since 2.6.
class Trainer:
    def fit(
        self,
        model,
        train_dataloaders=...,
        val_dataloaders=...,
        datamodule=...,
        ckpt_path=...,
        weights_only: WeightsOnly = ...,
    ) -> None: ...
    def predict(
        self,
        model=...,
        dataloaders=...,
        datamodule=...,
        return_predictions=...,
        ckpt_path=...,
        weights_only: WeightsOnly = ...,
    ) -> object: ...
    def test(
        self,
        model=...,
        dataloaders=...,
        ckpt_path=...,
        verbose=...,
        datamodule=...,
        weights_only: WeightsOnly = ...,
    ) -> object: ...
    def validate(
        self,
        model=...,
        dataloaders=...,
        ckpt_path=...,
        verbose=...,
        datamodule=...,
        weights_only: WeightsOnly = ...,
    ) -> object: ...
