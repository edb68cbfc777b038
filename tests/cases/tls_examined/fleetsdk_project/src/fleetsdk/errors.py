"""Errors."""


class FleetError(Exception):
    """Any error."""
