"""Flask 1.0 to 3.1: https://flask.palletsprojects.com/en/stable/api/#incoming-request-data"""

from typing import TypedDict

import flask as globals
import flask as wrappers
from celery import CelerySettings
from flake8_pysafe.markers import Remote, Serializer
from module_settings import ApplicationSettings

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
    url: Remote
    values: Remote
    def get_data(self, cache=..., as_text=..., parse_form_data=...) -> Remote: ...
    def get_json(self, force=..., silent=..., cache=...) -> Remote: ...

class Config(TypedDict):
    # Handed on to Celery by the application.
    CELERY: CelerySettings
    CELERY_ACCEPT_CONTENT: Serializer
    CELERY_RESULT_ACCEPT_CONTENT: Serializer
    accept_content: Serializer
    result_accept_content: Serializer
    def from_mapping(self, mapping: ApplicationSettings = ..., **kwargs: ApplicationSettings) -> bool: ...
    def update(self, mapping: ApplicationSettings = ..., /, **kwargs: ApplicationSettings) -> None: ...

class Flask:
    config: Config

request: Request
current_app: Flask
