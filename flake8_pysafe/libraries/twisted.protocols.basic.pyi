"""twisted.protocols.basic of Twisted 18 to 26: https://docs.twisted.org/en/stable/api/twisted.protocols.basic.html"""

from flake8_pysafe.markers import Remote
from twisted.internet.protocol import Protocol

class LineReceiver(Protocol):
    def lineReceived(self, line: Remote) -> None: ...
    def rawDataReceived(self, data: Remote) -> None: ...

class LineOnlyReceiver(Protocol):
    def lineReceived(self, line: Remote) -> None: ...

class NetstringReceiver(Protocol):
    def stringReceived(self, string: Remote) -> None: ...

class Int16StringReceiver(Protocol):
    def stringReceived(self, string: Remote) -> None: ...

class Int32StringReceiver(Protocol):
    def stringReceived(self, string: Remote) -> None: ...
