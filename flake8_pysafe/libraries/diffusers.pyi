"""diffusers 0.20 to 0.42: https://huggingface.co/docs/diffusers/main/en/using-diffusers/custom_pipeline_overview"""

from flake8_pysafe.markers import RemoteCode

class DiffusionPipeline:
    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path, *, trust_remote_code: RemoteCode = ..., **kwargs): ...

class ModularPipeline:
    @classmethod
    def from_pretrained(cls, pretrained_model_name_or_path, trust_remote_code: RemoteCode = ..., **kwargs): ...
