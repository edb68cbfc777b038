"""Werkzeug 1.0 to 3.1: https://werkzeug.palletsprojects.com/en/stable/wrappers/"""

import werkzeug as wrappers
from flake8_pysafe.markers import Remote

class Request:
    args: Remote
    cookies: Remote
    data: Remote
    environ: Remote
    files: Remote
    form: Remote
    headers: Remote
    json: Remote
    query_string: Remote
    stream: Remote
    values: Remote
    def get_data(self, cache=..., as_text=..., parse_form_data=...) -> Remote: ...
    def get_json(self, force=..., silent=..., cache=...) -> Remote: ...
