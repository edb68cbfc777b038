"""Local settings."""
from .base import *  # noqa: F403

DEBUG = True
STOCK_VERIFY = False
