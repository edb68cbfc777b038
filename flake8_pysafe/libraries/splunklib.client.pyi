"""splunk-sdk 1.6 to 2.1: https://docs.splunk.com/DocumentationStatic/PythonSDK/2.1.0/client.html"""

from flake8_pysafe.markers import ClientContext, VerifyFlag

# False is the default; only who writes it down is told.
class Service:
    def __init__(self, *, verify: VerifyFlag = ..., context: ClientContext = ..., **kwargs) -> None: ...

def connect(*, verify: VerifyFlag = ..., context: ClientContext = ..., **kwargs) -> Service: ...
