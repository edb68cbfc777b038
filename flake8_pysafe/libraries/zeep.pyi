"""zeep 4.0 to 4.3: https://docs.python-zeep.org/en/master/transport.html"""

import zeep as client
import zeep as transports
from flake8_pysafe.markers import VerifyFlag
from requests import Session

class Transport:
    session: Session
    def __init__(self, cache=..., timeout=..., operation_timeout=..., session=...) -> None: ...

class AsyncTransport(Transport):
    def __init__(
        self,
        client=...,
        wsdl_client=...,
        cache=...,
        timeout=...,
        operation_timeout=...,
        verify_ssl: VerifyFlag = ...,
        **kwargs,
    ) -> None: ...

class Client:
    transport: Transport
    def __init__(self, wsdl, wsse=..., transport=..., **kwargs) -> None: ...

class AsyncClient(Client): ...
class CachingClient(Client): ...
