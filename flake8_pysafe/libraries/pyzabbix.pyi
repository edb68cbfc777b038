"""pyzabbix 1.0 to 1.3: https://github.com/lukecyca/pyzabbix"""

from requests import Session

class ZabbixAPI:
    session: Session
    def __init__(self, server=..., session=..., use_authenticate=..., timeout=..., detect_version=...) -> None: ...
    def __enter__(self) -> ZabbixAPI: ...
