"""gensim.corpora of gensim 3.8 to 4.4: https://radimrehurek.com/gensim/corpora/dictionary.html"""

import gensim.corpora as dictionary
from gensim.utils import SaveLoad

class Dictionary(SaveLoad): ...
class HashDictionary(SaveLoad): ...
