"""twisted 18.0 to 26.10: https://docs.twisted.org/en/stable/api/twisted.internet.ssl.html"""

from flake8_pysafe.markers import NoVerification, VerifyFlag

# Checks nothing; `optionsForClientTLS` does.
class ClientContextFactory:
    def __init__(self) -> NoVerification: ...

# Checks nothing by itself either, but a server uses it too.
class CertificateOptions:
    def __init__(self, privateKey=..., certificate=..., method=..., verify: VerifyFlag = ..., **kwargs) -> None: ...
