"""pyVmomi 7.0 to 9.1: https://github.com/vmware/pyvmomi"""

from flake8_pysafe.markers import ClientContext, Insecure, NoVerification

def SmartConnect(
    protocol=...,
    host=...,
    port=...,
    user=...,
    pwd=...,
    service=...,
    path=...,
    preferredApiVersions=...,
    keyFile=...,
    certFile=...,
    httpProxyHost=...,
    httpProxyPort=...,
    thumbprint=...,
    serverPemCert=...,
    sslContext: ClientContext = ...,
    httpConnectionTimeout=...,
    connectionPoolTimeout=...,
    token=...,
    tokenType=...,
    disableSslCertValidation: Insecure = ...,
    **kwargs,
): ...
def Connect(
    host=...,
    port=...,
    user=...,
    pwd=...,
    service=...,
    adapter=...,
    namespace=...,
    path=...,
    version=...,
    keyFile=...,
    certFile=...,
    httpProxyHost=...,
    httpProxyPort=...,
    thumbprint=...,
    serverPemCert=...,
    sslContext: ClientContext = ...,
    httpConnectionTimeout=...,
    connectionPoolTimeout=...,
    token=...,
    tokenType=...,
    disableSslCertValidation: Insecure = ...,
    **kwargs,
): ...

# Until 7.0.
def SmartConnectNoSSL(protocol=..., host=..., **kwargs) -> NoVerification: ...
def ConnectNoSSL(host=..., port=..., **kwargs) -> NoVerification: ...
