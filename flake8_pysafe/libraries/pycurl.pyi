"""pycurl 7.43 to 7.49: http://pycurl.io/docs/latest/curlobject.html"""

from flake8_pysafe.markers import CurlOption

SSL_VERIFYPEER = 64
SSL_VERIFYHOST = 81
PROXY_SSL_VERIFYPEER = 248
PROXY_SSL_VERIFYHOST = 249

class Curl:
    SSL_VERIFYPEER = 64
    SSL_VERIFYHOST = 81
    PROXY_SSL_VERIFYPEER = 248
    PROXY_SSL_VERIFYHOST = 249
    def setopt(self, option, value: CurlOption, **kwargs) -> None: ...
