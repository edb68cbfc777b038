"""paho-mqtt 1.5 to 2.2: https://eclipse.dev/paho/files/paho.mqtt.python/html/helpers.html"""

from typing import Annotated, TypedDict

from flake8_pysafe.markers import CertReqs, ClientContext, HostnameInsecure

class TlsOptions(TypedDict):
    cert_reqs: CertReqs
    insecure: HostnameInsecure

def single(
    topic, payload=..., qos=..., retain=..., hostname=..., *, tls: Annotated[TlsOptions, ClientContext] = ..., **kwargs
): ...
def multiple(msgs, hostname=..., port=..., *, tls: Annotated[TlsOptions, ClientContext] = ..., **kwargs): ...
