"""zodbpickle 2.0 to 4.3: https://github.com/zopefoundation/zodbpickle"""

import zodbpickle.pickle as fastpickle
import zodbpickle.pickle as pickle
import zodbpickle.pickle as slowpickle
