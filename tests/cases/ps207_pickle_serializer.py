"""PS207: pickle-serializer."""

import json

from celery import Celery
from rq import Queue
from sqlalchemy import JSON, PickleType
from sqlalchemy.orm import mapped_column

app = Celery("tasks")
app.conf.accept_content = ["json", "pickle"]  # PS207: 36
app.conf.update(accept_content=["größe", "pickle"])  # PS207: 42
app.conf.accept_content = ["json"]
app.conf.task_serializer = "json"
app.conf.accept_content = ["yaml"]

Queue("low", serializer="pickle")  # PS207: 25
Queue("low", serializer="json")
Queue("low")

payload = mapped_column(PickleType)  # PS207: 25
payload = mapped_column(PickleType(pickler=json))
payload = mapped_column(JSON)


class Settings:
    accept_content = ["json"]


settings = Settings()
settings.accept_content = ["pickle"]
