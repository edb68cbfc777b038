"""PyJWT 2.0 to 2.10: https://pyjwt.readthedocs.io/en/stable/api.html"""

from flake8_pysafe.markers import Verified

def decode(jwt, key=..., algorithms=..., options=..., **kwargs) -> Verified: ...
