"""Python 3.10 to 3.14: https://docs.python.org/3/library/logging.handlers.html"""

from flake8_pysafe.markers import ClientContext

class HTTPHandler:
    def __init__(
        self, host, url, method=..., secure=..., credentials=..., context: ClientContext = ...
    ) -> None: ...
