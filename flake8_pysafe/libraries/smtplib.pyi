"""Python 3.10 to 3.14: https://docs.python.org/3/library/smtplib.html"""

from typing import Annotated

from flake8_pysafe.markers import ClientContext, RequiredContext

class SMTP:
    def __init__(self, host=..., port=..., local_hostname=..., timeout=..., source_address=...) -> None: ...
    def __enter__(self) -> SMTP: ...
    # `keyfile` and `certfile` until 3.11.
    def starttls(self, keyfile=..., certfile=..., context: Annotated[ClientContext, RequiredContext] = ...): ...

class SMTP_SSL(SMTP):
    # `keyfile` and `certfile` until 3.11.
    def __init__(
        self,
        host=...,
        port=...,
        local_hostname=...,
        keyfile=...,
        certfile=...,
        timeout=...,
        source_address=...,
        context: Annotated[ClientContext, RequiredContext] = ...,
    ) -> None: ...

class LMTP(SMTP):
    def __init__(self, host=..., port=..., local_hostname=..., source_address=..., timeout=...) -> None: ...
