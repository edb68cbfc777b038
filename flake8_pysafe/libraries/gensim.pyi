"""gensim 3.8 to 4.4: https://radimrehurek.com/gensim/"""

import gensim.corpora as corpora
import gensim.models as models
import gensim.similarities as similarities
import gensim.utils as utils
