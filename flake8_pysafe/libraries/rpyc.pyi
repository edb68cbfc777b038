"""rpyc 4.1 to 6.0: https://rpyc.readthedocs.io/en/latest/api/utils_classic.html"""

import rpyc.utils as utils
import rpyc.utils.classic as classic
