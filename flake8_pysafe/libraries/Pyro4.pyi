"""Pyro4 4.20 to 4.82: https://pyro4.readthedocs.io/en/stable/config.html"""

import flake8_pysafe
import Pyro4 as configuration
from flake8_pysafe.markers import Serializer

class Configuration:
    SERIALIZERS_ACCEPTED: flake8_pysafe.AcceptedSerializers | Serializer

config: Configuration
