"""statsmodels.api of statsmodels 0.10 to 0.15: https://www.statsmodels.org/stable/api.html"""

from statsmodels.iolib.smpickle import load_pickle as load
from statsmodels.iolib.smpickle import load_pickle as load_pickle
