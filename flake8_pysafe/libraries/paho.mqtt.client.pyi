"""paho-mqtt 1.5 to 2.2: https://eclipse.dev/paho/files/paho.mqtt.python/html/client.html"""

from flake8_pysafe.markers import CertReqs, ClientContext, HostnameInsecure, Remote

class MQTTMessage:
    payload: Remote

class Client:
    def tls_set(self, ca_certs=..., certfile=..., keyfile=..., cert_reqs: CertReqs = ..., **kwargs) -> None: ...
    # Leaves the chain checked and the name not.
    def tls_insecure_set(self, value: HostnameInsecure) -> None: ...
    def tls_set_context(self, context: ClientContext = ...) -> None: ...
