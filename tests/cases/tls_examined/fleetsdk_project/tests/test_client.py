"""Tests."""
from unittest.mock import MagicMock, patch

from fleetsdk.client import Fleet


def test_legacy():
    fleet = Fleet("https://x")
    fleet._legacy = MagicMock()
    with patch("fleetsdk._internal.base.requests.Session") as session:
        fleet.checked("/a")
        session.get.assert_not_called()
    fleet._legacy.get.assert_called_with("https://x/a", verify=False)
