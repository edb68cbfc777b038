"""SDK."""
from fleetsdk.client import AsyncFleet, Fleet
from fleetsdk.errors import FleetError

__all__ = ["AsyncFleet", "Fleet", "FleetError"]
