"""stripe 2.60 to 15.3: https://github.com/stripe/stripe-python"""

from flake8_pysafe.markers import GlobalVerify, VerifyFlag

verify_ssl_certs: GlobalVerify

class StripeClient:
    def __init__(self, api_key, *, verify_ssl_certs: VerifyFlag = ..., **kwargs) -> None: ...

class RequestsClient:
    def __init__(self, timeout=..., session=..., verify_ssl_certs: VerifyFlag = ..., **kwargs) -> None: ...

class UrlFetchClient:
    def __init__(self, verify_ssl_certs: VerifyFlag = ..., **kwargs) -> None: ...

class PycurlClient:
    def __init__(self, verify_ssl_certs: VerifyFlag = ..., **kwargs) -> None: ...
