"""pymemcache 3.0 to 4.0: https://pymemcache.readthedocs.io/en/latest/getting_started.html#serialization"""

import pymemcache.client as client
import pymemcache.serde as serde
from pymemcache.client import Client as Client
from pymemcache.client import HashClient as HashClient
from pymemcache.client import PooledClient as PooledClient
