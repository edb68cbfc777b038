"""exchangelib 4.0 to 6.0: https://ecederstrand.github.io/exchangelib/#proxies-and-custom-tls-validation"""

import exchangelib as protocol
from flake8_pysafe.markers import GlobalAdapter
from requests import HTTPAdapter

class NoVerifyHTTPAdapter(HTTPAdapter): ...

# The adapter of all connections of the process.
class BaseProtocol:
    HTTP_ADAPTER_CLS: GlobalAdapter
