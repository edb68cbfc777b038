"""PyGithub 1.55 to 2.9: https://pygithub.readthedocs.io/en/stable/github.html"""

from flake8_pysafe.markers import Verify

# `password`, `jwt` and `app_auth` moved in 2.0; the keyword is what everybody writes.
class Github:
    def __init__(
        self,
        login_or_token=...,
        password=...,
        jwt=...,
        app_auth=...,
        base_url=...,
        timeout=...,
        user_agent=...,
        per_page=...,
        verify: Verify = ...,
        **kwargs,
    ) -> None: ...
