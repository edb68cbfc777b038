from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

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


class Cycle:
    """An object that only the collector can end, and with it what it holds."""

    def __init__(self, held: int) -> None:
        self.itself = self
        self.held = [[] for _ in range(held)]  # type: ignore[var-annotated]


@pytest.fixture
def aside() -> Iterator[None]:
    """Objects that are set aside are no longer when the test is done, and nothing is counted before."""
    gc.unfreeze()
    counted = vars(garbage._Counted).copy()
    for name in ("made", "aside", "checked"):
        setattr(garbage._Counted, name, 0)
    yield
    gc.unfreeze()
    for name in ("made", "aside", "checked"):
        setattr(garbage._Counted, name, counted[name])


def test_little_is_left_to_the_collector(aside: None) -> None:
    with garbage.uncollected():
        kept = [[] for _ in range(100)]  # type: ignore[var-annotated]
    assert gc.get_freeze_count() == 0
    assert len(kept) == 100


def test_what_is_kept_is_not_walked_again(aside: None) -> None:
    with garbage.uncollected():
        kept = Cycle(garbage.MANY)
    assert gc.get_freeze_count() > garbage.MANY
    assert not any(each is kept.held for each in gc.get_objects())


def test_garbage_goes_before_the_rest_is_set_aside(aside: None) -> None:
    with garbage.uncollected():
        ended = weakref.ref(Cycle(garbage.MANY))
        kept = Cycle(garbage.MANY)
    assert ended() is None
    assert len(kept.held) == garbage.MANY


def test_what_becomes_garbage_later_goes_when_as_much_again_was_made(aside: None) -> None:
    with garbage.uncollected():
        kept = [Cycle(garbage.MANY)]
    ended = weakref.ref(kept.pop())
    assert ended() is not None
    for _ in range(20):
        with garbage.uncollected():
            kept.append(Cycle(garbage.MANY))
        if ended() is None:
            break
    assert ended() is None
    assert len(kept) < 20
