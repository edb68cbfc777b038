"""Constants and enumerations the other modules read."""
import enum
import os

CA = "/etc/ssl/corp.pem"
CHECK = False
FROM_USER = os.environ.get("STORES_VERIFY")
HTTP = {"timeout": 10, "verify": CHECK}
SAFE_HTTP = {**HTTP, "verify": CA}


class Mode(enum.Enum):
    OPEN = "none"
    CLOSED = "required"


class Defaults:
    verify = CHECK
    ca = CA

    @classmethod
    def options(cls):
        return {"verify": cls.verify}


class Production(Defaults):
    verify = CA
