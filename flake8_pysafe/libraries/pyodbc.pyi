"""pyodbc 4.0 to 5.3: https://github.com/mkleehammer/pyodbc/wiki/The-pyodbc-Module"""

from flake8_pysafe.markers import ConnectionUrl, TrustText

# Further keywords are appended to the connection string.
def connect(connstring: ConnectionUrl = ..., /, *, TrustServerCertificate: TrustText = ..., **kwargs): ...
