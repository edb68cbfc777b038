"""pandas.compat of pandas 1.0 to 3.1: https://pandas.pydata.org/docs/reference/io.html"""

import pandas.compat.pickle_compat as pickle_compat
