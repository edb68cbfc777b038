"""torch.hub of torch 1.13 to 2.13: https://docs.pytorch.org/docs/stable/hub.html"""

from flake8_pysafe.markers import RemoteWeightsOnly

# `weights_only` is False by default, unlike that of `torch.load`.
def load_state_dict_from_url(
    url,
    model_dir=...,
    map_location=...,
    progress=...,
    check_hash=...,
    file_name=...,
    weights_only: RemoteWeightsOnly = ...,
) -> object: ...
