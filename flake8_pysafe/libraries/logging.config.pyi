"""Python 3.10 to 3.14: https://docs.python.org/3/library/logging.config.html#logging.config.listen"""

from flake8_pysafe.markers import VerifiedConfiguration

# Parts of what arrives are evaluated.
def listen(port=..., verify: VerifiedConfiguration = ...) -> object: ...
