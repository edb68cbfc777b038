"""aiormq 3.3 to 7.0: https://github.com/mosquito/aiormq"""

from flake8_pysafe.markers import ClientContext, ConnectionUrl

async def connect(url: ConnectionUrl, *args, context: ClientContext = ..., **kwargs): ...
