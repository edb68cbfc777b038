"""python-box 5.0 to 8.0: https://github.com/cdgriffith/Box/wiki/Converters"""

import box as box_list
import box as config_box
import box as from_file
import box as shorthand_box
from flake8_pysafe.markers import YamlType

# A `Loader` given among the keywords is not looked at.
class Box:
    @classmethod
    def from_yaml(
        cls, yaml_string=..., filename=..., encoding=..., errors=..., *, ruamel_typ: YamlType = ..., **kwargs
    ) -> Box: ...

class ConfigBox(Box): ...
class SBox(Box): ...
class DDBox(Box): ...

class BoxList:
    @classmethod
    def from_yaml(
        cls, yaml_string=..., filename=..., encoding=..., errors=..., *, ruamel_typ: YamlType = ..., **kwargs
    ) -> BoxList: ...

def box_from_file(file, file_type=..., encoding=..., errors=..., *, ruamel_typ: YamlType = ..., **kwargs) -> Box: ...
