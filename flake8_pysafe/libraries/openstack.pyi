"""openstacksdk 0.60 to 4.17: https://docs.openstack.org/openstacksdk/latest/user/config/configuration.html"""

import openstack as connection
from flake8_pysafe.markers import Insecure, Verify

class Connection:
    def __init__(self, cloud=..., *, verify: Verify = ..., insecure: Insecure = ..., **kwargs) -> None: ...
    def __enter__(self) -> Connection: ...

def connect(cloud=..., *, verify: Verify = ..., insecure: Insecure = ..., **kwargs) -> Connection: ...
