"""py-consul 1.2 to 1.7, python-consul 1.1: https://python-consul.readthedocs.io/en/latest/#consul.base.Consul"""

import consul as base
import consul as std
from flake8_pysafe.markers import Verify

# Takes `*args`; these are the parameters of its base.
class Consul:
    def __init__(
        self,
        host=...,
        port=...,
        token=...,
        scheme=...,
        consistency=...,
        dc=...,
        verify: Verify = ...,
        cert=...,
        **kwargs,
    ) -> None: ...
