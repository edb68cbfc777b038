"""twisted.internet.protocol of Twisted 18 to 26: https://docs.twisted.org/en/stable/core/howto/servers.html"""

from flake8_pysafe.markers import Remote

class Protocol:
    def dataReceived(self, data: Remote) -> None: ...

class ProcessProtocol: ...

class DatagramProtocol:
    def datagramReceived(self, datagram: Remote, addr) -> None: ...
