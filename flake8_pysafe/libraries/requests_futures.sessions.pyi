"""requests-futures 1.0: https://github.com/ross/requests-futures"""

from requests import Session

# Its methods give futures of responses; the arguments are those of `requests`.
class FuturesSession(Session):
    def __init__(self, executor=..., max_workers=..., session=..., adapter_kwargs=..., *args, **kwargs) -> None: ...
