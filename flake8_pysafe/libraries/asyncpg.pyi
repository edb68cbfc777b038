"""asyncpg 0.20 to 0.31: https://magicstack.github.io/asyncpg/current/api/index.html"""

from flake8_pysafe.markers import ClientContext

# `ssl="require"` encrypts and does not authenticate; not reported.
async def connect(dsn=..., *, ssl: ClientContext = ..., **kwargs): ...
def create_pool(dsn=..., *, ssl: ClientContext = ..., **kwargs): ...
