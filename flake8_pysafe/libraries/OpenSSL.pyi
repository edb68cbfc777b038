"""pyOpenSSL 19.0 to 26.4: https://www.pyopenssl.org/en/latest/api/ssl.html"""

import OpenSSL.SSL as SSL
