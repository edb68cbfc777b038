"""sqlalchemy.sql.sqltypes of SQLAlchemy 1.3 to 2.1: https://docs.sqlalchemy.org/en/20/core/type_basics.html"""

from sqlalchemy import PickleType as PickleType
