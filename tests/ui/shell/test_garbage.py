"""The app's own measure for Python's looks for what nothing uses any more."""

import gc
from collections.abc import Iterator

import pytest

from ui.shell import garbage


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    thresholds = gc.get_threshold()
    gc.unfreeze()  # what the run of the tests has put aside itself
    yield
    gc.set_threshold(*thresholds)
    gc.freeze()


def test_what_is_there_at_the_start_is_not_looked_through_again() -> None:
    library = [{"stays": number} for number in range(1_000)]
    garbage.seek_seldom()
    assert gc.get_freeze_count() >= len(library)
    assert not any(one is library for one in gc.get_objects())


def test_what_comes_later_and_holds_itself_still_goes() -> None:
    garbage.seek_seldom()
    gone = len(gc.get_objects())
    for _ in range(60_000):
        ring: list[object] = []
        ring.append(ring)
    assert len(gc.get_objects()) - gone < 30_000
