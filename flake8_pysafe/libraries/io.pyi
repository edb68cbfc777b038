"""Python 3.10 to 3.14: https://docs.python.org/3/library/io.html"""

from flake8_pysafe.markers import Carried

class BytesIO:
    def __init__(self, initial_bytes: Carried = ...) -> None: ...

class StringIO:
    def __init__(self, initial_value: Carried = ..., newline=...) -> None: ...

class BufferedReader:
    def __init__(self, raw: Carried, buffer_size=...) -> None: ...
