"""atlassian-python-api 3.0 to 4.0: https://atlassian-python-api.readthedocs.io/"""

import atlassian as rest_client
from flake8_pysafe.markers import Verify

class AtlassianRestAPI:
    def __init__(
        self,
        url,
        username=...,
        password=...,
        timeout=...,
        api_root=...,
        api_version=...,
        verify_ssl: Verify = ...,
        **kwargs,
    ) -> None: ...

class Jira(AtlassianRestAPI):
    def __init__(self, url, *args, verify_ssl: Verify = ..., **kwargs) -> None: ...

class Confluence(AtlassianRestAPI):
    def __init__(self, url, *args, verify_ssl: Verify = ..., **kwargs) -> None: ...

class Bitbucket(AtlassianRestAPI):
    def __init__(self, url, *args, verify_ssl: Verify = ..., **kwargs) -> None: ...

class Stash(AtlassianRestAPI):
    def __init__(self, url, *args, verify_ssl: Verify = ..., **kwargs) -> None: ...

class Bamboo(AtlassianRestAPI): ...
class MarketPlace(AtlassianRestAPI): ...
class ServiceDesk(AtlassianRestAPI): ...

class Insight(AtlassianRestAPI):
    def __init__(self, *args, verify_ssl: Verify = ..., **kwargs) -> None: ...

class Xray(AtlassianRestAPI):
    def __init__(self, *args, verify_ssl: Verify = ..., **kwargs) -> None: ...
