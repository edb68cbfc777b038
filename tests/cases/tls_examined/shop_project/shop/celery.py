"""Celery."""
from __future__ import annotations

import ssl

from celery import Celery

from shop.settings.base import CELERY_BROKER_URL, CELERY_BROKER_USE_SSL

app = Celery("shop", broker=CELERY_BROKER_URL)  # PS101: 29
app.conf.broker_use_ssl = CELERY_BROKER_USE_SSL  # PS101: 27
other = Celery("shop", broker="rediss://cache/0", broker_use_ssl={"ssl_cert_reqs": ssl.CERT_REQUIRED})
