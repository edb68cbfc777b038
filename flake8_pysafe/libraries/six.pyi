"""six 1.10 to 1.17: https://six.readthedocs.io/"""

import six.moves as moves
