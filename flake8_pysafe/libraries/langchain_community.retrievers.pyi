"""langchain-community 0.0.1 to 0.4: https://pypi.org/project/langchain-community/"""

import langchain_community.retrievers as tfidf
from flake8_pysafe.markers import DangerousSwitch

class TFIDFRetriever:
    @classmethod
    def load_local(
        cls, folder_path, *, allow_dangerous_deserialization: DangerousSwitch = ..., **kwargs
    ) -> TFIDFRetriever: ...
