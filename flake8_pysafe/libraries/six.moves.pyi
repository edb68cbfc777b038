"""six.moves of six 1.10 to 1.17: https://six.readthedocs.io/#module-six.moves"""

# `cPickle` is pickle wherever Python 3 runs.
import http.client as http_client
import pickle as cPickle
import urllib as urllib
import xmlrpc.client as xmlrpc_client
