"""Python 3.10 to 3.14: https://docs.python.org/3/library/multiprocessing.html"""

import multiprocessing.connection as connection
import multiprocessing.reduction as reduction
