"""gql 3.0 to 4.4: https://gql.readthedocs.io/en/stable/transports/requests.html"""

from flake8_pysafe.markers import Verify

class RequestsHTTPTransport:
    def __init__(
        self, url, headers=..., cookies=..., auth=..., use_json=..., timeout=..., verify: Verify = ..., **kwargs
    ) -> None: ...
