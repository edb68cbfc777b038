"""jira 3.0 to 3.10: https://jira.readthedocs.io/examples.html#initialization"""

from typing import TypedDict

import jira as client
from flake8_pysafe.markers import VerifySetting

class Options(TypedDict):
    verify: VerifySetting

# `validate` is about the credentials.
class JIRA:
    def __init__(self, server=..., options: Options = ..., **kwargs) -> None: ...
