"""pytorch-lightning 2.0 to 2.6: https://lightning.ai/docs/pytorch/stable/"""

from lightning.pytorch import LightningDataModule as LightningDataModule
from lightning.pytorch import LightningModule as LightningModule
from lightning.pytorch import Trainer as Trainer
