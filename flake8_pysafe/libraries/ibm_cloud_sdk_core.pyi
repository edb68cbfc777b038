"""ibm-cloud-sdk-core 3.0 to 3.24: https://github.com/IBM/python-sdk-core"""

from flake8_pysafe.markers import Insecure

# The services of the platform inherit from it.
class BaseService:
    def set_disable_ssl_verification(self, status: Insecure = ...) -> None: ...
