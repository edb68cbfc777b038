"""Python 3.10 to 3.14: https://docs.python.org/3/library/pickle.html"""

from pickle import PickleError as PickleError
from pickle import Pickler as Pickler
from pickle import PicklingError as PicklingError
from pickle import Unpickler as Unpickler
from pickle import UnpicklingError as UnpicklingError
from pickle import dump as dump
from pickle import dumps as dumps
from pickle import load as load
from pickle import loads as loads
