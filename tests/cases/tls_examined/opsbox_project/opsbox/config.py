"""Configuration."""
from __future__ import annotations

import os
from dataclasses import dataclass

SSH_OPTIONS = ("-o", "StrictHostKeyChecking=no")
CURL = ["curl", "-fsSk"]
SAFE_CURL = ["curl", "-fsS"]


class Config:
    VERIFY = True
    TIMEOUT = 5


class LabConfig(Config):
    VERIFY = False


@dataclass
class Target:
    host: str
    verify_tls: bool = True

    @classmethod
    def from_env(cls) -> Target:
        return cls(os.environ["HOST"], os.environ.get("VERIFY") != "0")
