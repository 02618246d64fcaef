"""Hints in lines that make cards: a browser cuts off what is wider than the line."""

import re
from pathlib import Path

import pytest

from journey.charts.kit.text_fit import measure
from journey.model import Language
from journey.texts import text

PHONE = 312  # px of such a line's words on a screen of 390
LETTERS = 16  # px
KEYS = sorted(
    {
        key
        for path in (Path(__file__).parents[2] / "ui").rglob("*.py")
        for key in re.findall(r"add_line\(\s*\"([a-z_.]+)\"", path.read_text("utf-8"))
    }
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("key", KEYS)
def test_a_hint_has_room_on_a_phone(key: str, language: Language) -> None:
    assert measure(text(f"{key}_hint", language), LETTERS) <= PHONE


def test_lines_that_make_cards_are_found() -> None:
    assert len(KEYS) >= 6
