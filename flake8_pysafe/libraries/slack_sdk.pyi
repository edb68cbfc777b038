"""slack-sdk 3.0 to 3.38: https://docs.slack.dev/tools/python-slack-sdk/"""

from flake8_pysafe.markers import ClientContext

class WebClient:
    def __init__(self, token=..., base_url=..., timeout=..., ssl: ClientContext = ..., **kwargs) -> None: ...
