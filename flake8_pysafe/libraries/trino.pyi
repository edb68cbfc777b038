"""trino 0.305 to 0.338: https://github.com/trinodb/trino-python-client"""

import trino.dbapi as dbapi
