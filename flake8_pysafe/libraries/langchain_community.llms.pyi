"""langchain-community 0.0.1 to 0.4: https://pypi.org/project/langchain-community/"""

import langchain_community.llms as databricks
from flake8_pysafe.markers import DangerousSwitch

class Databricks:
    def __init__(self, *, allow_dangerous_deserialization: DangerousSwitch = ..., **kwargs) -> None: ...
