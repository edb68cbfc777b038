"""SQLAlchemy 1.3 to 2.1: https://docs.sqlalchemy.org/en/20/core/type_basics.html#sqlalchemy.types.PickleType"""

from typing import TypedDict

import sqlalchemy as engine
import sqlalchemy as types
from flake8_pysafe.markers import (
    CertReqs,
    ConnectionUrl,
    HostnameCheck,
    PickledColumn,
    TrustText,
    VerifyFlag,
    VerifyModeText,
)

class DriverSsl(TypedDict):
    verify_mode: VerifyModeText
    cert_reqs: CertReqs
    check_hostname: HostnameCheck

# Of whatever driver the URL names.
class DriverArguments(TypedDict):
    ssl: DriverSsl
    ssl_verify_cert: VerifyFlag
    verify: VerifyFlag
    TrustServerCertificate: TrustText

class UrlQuery(TypedDict):
    TrustServerCertificate: TrustText

class URL:
    @classmethod
    def create(
        cls, drivername, username=..., password=..., host=..., port=..., database=..., query: UrlQuery = ...
    ) -> URL: ...

class PickleType:
    # Without a `pickler` it is the module pickle.
    def __init__(self, protocol=..., pickler: PickledColumn = ..., comparator=..., impl=...) -> None: ...

# A type of one's own around another.
class TypeDecorator:
    impl: PickledColumn

def create_engine(url: ConnectionUrl, *, connect_args: DriverArguments = ..., **kwargs): ...
