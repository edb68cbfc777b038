"""keystoneauth1 4.0 to 5.14: https://docs.openstack.org/keystoneauth/latest/using-sessions.html"""

from flake8_pysafe.markers import Verify

class Session:
    verify: Verify
    def __init__(self, auth=..., session=..., original_ip=..., verify: Verify = ..., **kwargs) -> None: ...
    def request(self, url, method, *, verify: Verify = ..., **kwargs): ...
