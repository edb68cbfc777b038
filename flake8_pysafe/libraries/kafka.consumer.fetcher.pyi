"""kafka.consumer.fetcher of kafka-python 2.0 to 3.0: https://kafka-python.readthedocs.io/en/master/"""

from flake8_pysafe.markers import Remote

class ConsumerRecord:
    headers: Remote
    key: Remote
    value: Remote
