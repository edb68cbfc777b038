"""oyaml 1.0, PyYAML under another name: https://github.com/wimglenn/oyaml"""

from yaml import BaseLoader as BaseLoader
from yaml import CBaseLoader as CBaseLoader
from yaml import CFullLoader as CFullLoader
from yaml import CLoader as CLoader
from yaml import CSafeLoader as CSafeLoader
from yaml import CUnsafeLoader as CUnsafeLoader
from yaml import FullLoader as FullLoader
from yaml import Loader as Loader
from yaml import SafeLoader as SafeLoader
from yaml import UnsafeLoader as UnsafeLoader
from yaml import full_load as full_load
from yaml import full_load_all as full_load_all
from yaml import load as load
from yaml import load_all as load_all
from yaml import unsafe_load as unsafe_load
from yaml import unsafe_load_all as unsafe_load_all
