"""httplib2 0.14 to 0.32: https://httplib2.readthedocs.io/en/latest/libhttplib2.html"""

from flake8_pysafe.markers import Insecure, Remote

class Http:
    disable_ssl_certificate_validation: Insecure
    def __init__(
        self,
        cache=...,
        timeout=...,
        proxy_info=...,
        ca_certs=...,
        disable_ssl_certificate_validation: Insecure = ...,
        **kwargs,
    ) -> None: ...
    # `(response, content)`.
    def request(self, uri, method=..., body=..., headers=..., redirections=..., connection_type=...) -> Remote: ...
