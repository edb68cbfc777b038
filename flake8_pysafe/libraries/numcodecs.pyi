"""numcodecs 0.16 and later: https://numcodecs.readthedocs.io/en/stable/"""

import numcodecs.pickles as pickles
