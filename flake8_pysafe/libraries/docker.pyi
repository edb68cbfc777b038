"""docker 4.0 to 7.2: https://docker-py.readthedocs.io/en/stable/tls.html"""

import docker.tls as tls
