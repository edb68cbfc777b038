"""mysql-connector-python 8.2 to 9.7: https://dev.mysql.com/doc/connector-python/en/connector-python-asyncio.html"""

from flake8_pysafe.markers import VerifyFlag

async def connect(*args, ssl_verify_cert: VerifyFlag = ..., **kwargs): ...
