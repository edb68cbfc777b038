"""Django settings."""
import os
import ssl
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
DEBUG = False
PAYMENT_URL = "https://pay.corp.example"
PAYMENT_VERIFY = False
STOCK_VERIFY = "/etc/pki/corp.pem"
USER_VERIFY = os.environ.get("VERIFY", "1") == "1"
HTTP_OPTIONS = {"timeout": 10, "verify": PAYMENT_VERIFY}
CELERY_BROKER_URL = "rediss://cache:6379/0?ssl_cert_reqs=CERT_NONE"  # PS101: 44
CELERY_BROKER_USE_SSL = {"ssl_cert_reqs": ssl.CERT_NONE}  # PS101: 47
EMAIL_USE_TLS = True
SESSION_COOKIE_SECURE = False
