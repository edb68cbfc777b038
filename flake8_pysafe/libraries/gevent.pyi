"""gevent 20.5 to 25.9: https://www.gevent.org/api/index.html"""

import ssl as ssl
import subprocess as subprocess
