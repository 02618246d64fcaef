"""Words for a room: as large as they fit, and all of them."""

import pytest

from journey.charts.kit.text_fit import measure
from journey.model import Language
from journey.paper import write_cards
from journey.paper.fitted import fitted
from tests.builders import a_touchpoint, a_workshop
from tests.paper.reading import bare, dictionaries

SIZES = (16, 12, 8, 5)
POINTS = 72 / 25.4


@pytest.mark.parametrize("words", ["Kasse", "Liest die Produktseite " * 4, "Donaudampfschifffahrt" * 6, ""])
def test_words_have_the_largest_size_at_which_they_fit_their_room(words: str) -> None:
    held = fitted(words, 60, 12, SIZES)
    lines = held["lines"].split("\n")
    assert bare(held["lines"]) == bare(words)
    assert all(measure(line, held["size"]) <= 60 * POINTS for line in lines)
    assert held["size"] * 1.06 * len(lines) <= 12 * POINTS
    for larger in SIZES[: SIZES.index(held["size"])]:
        assert larger * 1.2 * len(fitted(words, 60, 1_000, (larger,))["lines"].split("\n")) > 12 * POINTS


def test_words_that_fit_at_no_size_have_the_smallest() -> None:
    assert fitted("Liest die Produktseite " * 99, 60, 12, SIZES)["size"] == SIZES[-1]


def test_whoever_hears_a_card_is_told_what_was_felt() -> None:
    card = write_cards(a_workshop(touchpoints=[a_touchpoint("Kiosk", emotion=-1)]), Language.DE)
    told = [str(each["/Alt"]) for each in dictionaries(card) if each.get("/S") == "/Figure"]
    assert any(words == "−1 · Schlecht" for words in told)
    assert any("−2 Sehr schlecht, −1 Schlecht" in words for words in told)
