"""dramatiq.results of dramatiq 1.8 to 2.2: https://dramatiq.io/reference.html#results"""

import dramatiq.results.backends as backends
from dramatiq.results.backends import ResultBackend as ResultBackend
