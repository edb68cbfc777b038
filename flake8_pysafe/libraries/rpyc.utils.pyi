"""rpyc.utils of rpyc 4.1 to 6.0: https://rpyc.readthedocs.io/en/latest/api.html"""

import rpyc.utils.classic as classic
