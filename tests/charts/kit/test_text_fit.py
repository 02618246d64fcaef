"""Lines broken before anything is drawn."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.charts.kit.text_fit import ELLIPSIS, measure, wrap

WORDS = st.sampled_from(
    [
        "Kauf",
        "Datenschutzgrundverordnung",
        "E-Mail",
        "a" * 60,
        "W" * 60,
        "日本語のテキスト",
        "🎉🎉",
        "ﷺ",
        "e\u0301" * 30,
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=12), max_size=12).map(" ".join)


# The first line is as wide as the widest letter, a whole greeting in Arabic: it cannot be parted.
@given(TEXTS, st.floats(65, 400), st.integers(1, 8), st.booleans())
def test_no_line_is_wider_than_its_room(text: str, width: float, most: int, bold: bool) -> None:
    first = width * 0.8
    lines = wrap(text, width, size=13, bold=bold, most=most, first=first)
    assert len(lines) <= most
    assert all(measure(line, 13, bold) <= (width if place else first) for place, line in enumerate(lines))


@given(TEXTS, st.floats(60, 400))
def test_wrapping_loses_no_letter(text: str, width: float) -> None:
    def letters(found: Iterable[str]) -> str:
        return "".join("".join(found).replace("-", "").split())

    assert letters(wrap(text, width, size=13, most=10_000)) == letters(text)


def test_a_text_that_goes_on_ends_in_an_ellipsis() -> None:
    lines = wrap("Wort " * 1_000, 120, size=13, most=3)
    assert (len(lines), lines[-1][-1]) == (3, ELLIPSIS)
    assert wrap("Wort", 120, size=13, most=1) == ("Wort",)
    assert wrap(" \n ", 120, size=13) == ()


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("Sicherheitsbestimmungen", ("Sicherheitsbes-", "timmungen")),
        ("Einführungsgespräch", ("Einführungsge-", "spräch")),
        ("Empfehlungsprogramm", ("Empfehlungspro-", "gramm")),
        ("Datenschutzgrundverordnung", ("Datenschutzgrund-", "verordnung")),
        ("E-Mail-Newsletter-Anmeldung", ("E-Mail-Newsletter-", "Anmeldung")),
    ],
)
def test_long_words_part_between_syllables_or_after_hyphens(word: str, lines: tuple[str, ...]) -> None:
    assert wrap(word, measure(lines[0], 13) + 1, size=13) == lines


def test_a_letter_with_its_marks_stays_whole() -> None:
    assert all(line.startswith("e") for line in wrap("e\u0301" * 60, 100, size=13))


def test_the_widths_are_those_of_arial_where_it_is_the_wider_font() -> None:
    assert measure("W", 1000) == 950
    assert measure("n", 1000) == 560
    assert measure("m", 1000, bold=True) == 890
    assert measure("", 13) == 0
