from __future__ import annotations

import gc

import pytest

from flake8_pysafe import garbage


def test_the_collector_is_off_inside_and_on_again_behind() -> None:
    assert gc.isenabled()
    with garbage.uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_an_error_does_not_leave_it_off() -> None:
    with pytest.raises(KeyError), garbage.uncollected():
        raise KeyError
    assert gc.isenabled()


def test_who_has_switched_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with garbage.uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
