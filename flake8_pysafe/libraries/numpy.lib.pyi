"""numpy.lib of numpy 1.17 to 2.4: https://numpy.org/doc/stable/reference/routines.lib.html"""

import numpy.lib.format as format
import numpy.lib.npyio as npyio
