"""pyspark 2.4 to 4.0: https://spark.apache.org/docs/latest/api/python/reference/"""

import pyspark as context
import pyspark as core
import pyspark.cloudpickle as cloudpickle
import pyspark.serializers as serializers
import pyspark.sql as sql
from flake8_pysafe.markers import PickledFile

class SparkContext:
    @classmethod
    def getOrCreate(cls, conf=...) -> SparkContext: ...
    def pickleFile(self, name: PickledFile, minPartitions=...) -> object: ...
