"""statsmodels.iolib.api of statsmodels 0.10 to 0.15: https://www.statsmodels.org/stable/iolib.html"""

from statsmodels.iolib.smpickle import load_pickle as load_pickle
from statsmodels.iolib.smpickle import save_pickle as save_pickle
