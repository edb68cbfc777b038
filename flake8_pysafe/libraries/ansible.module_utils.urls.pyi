"""ansible-core 2.10 to 2.19: https://docs.ansible.com/ansible/latest/reference_appendices/module_utils.html"""

from http.client import HTTPResponse

from flake8_pysafe.markers import VerifyFlag

class Request:
    def __init__(self, headers=..., use_proxy=..., force=..., timeout=..., validate_certs: VerifyFlag = ...) -> None: ...
    # None: what the object was made with.
    def open(
        self,
        method,
        url,
        data=...,
        headers=...,
        use_proxy=...,
        force=...,
        last_mod_time=...,
        timeout=...,
        validate_certs: VerifyFlag = ...,
    ) -> HTTPResponse: ...

def open_url(
    url,
    data=...,
    headers=...,
    method=...,
    use_proxy=...,
    force=...,
    last_mod_time=...,
    timeout=...,
    validate_certs: VerifyFlag = ...,
) -> HTTPResponse: ...
