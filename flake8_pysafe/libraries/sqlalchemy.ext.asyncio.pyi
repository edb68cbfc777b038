"""SQLAlchemy 1.4 to 2.1: https://docs.sqlalchemy.org/en/20/orm/extensions/asyncio.html"""

from flake8_pysafe.markers import ConnectionUrl
from sqlalchemy import DriverArguments

def create_async_engine(url: ConnectionUrl, *, connect_args: DriverArguments = ..., **kw): ...
