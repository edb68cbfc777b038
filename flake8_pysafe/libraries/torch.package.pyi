"""torch.package of torch 1.13 to 2.13: https://docs.pytorch.org/docs/stable/package.html"""

from flake8_pysafe.markers import UnpickledFile

class PackageImporter:
    def __init__(self, file_or_buffer, module_allowed=...) -> None: ...
    def load_pickle(self, package, resource, map_location=...) -> UnpickledFile: ...
