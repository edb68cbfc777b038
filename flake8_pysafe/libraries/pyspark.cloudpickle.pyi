"""pyspark.cloudpickle of pyspark 2.4 to 4.0, a copy of cloudpickle: https://github.com/apache/spark"""

import pyspark.cloudpickle as cloudpickle
import pyspark.cloudpickle as cloudpickle_fast
from cloudpickle import CloudPickler as CloudPickler
from cloudpickle import Pickler as Pickler
from cloudpickle import dump as dump
from cloudpickle import dumps as dumps
from cloudpickle import load as load
from cloudpickle import loads as loads
