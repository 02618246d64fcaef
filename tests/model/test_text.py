"""Texts and numbers are normalised once, on their way into the document."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from journey.model import LINE_LIMIT, NUMBER_LIMIT, TEXT_LIMIT, clean_line, clean_text, lines
from tests.builders import a_goal, a_persona, a_touchpoint
from tests.strategies import NASTY

ANY_STRING = st.sampled_from(NASTY) | st.text(st.characters(), max_size=60) | st.text("\r\n\x0b\x85\u2028 ae\u0301\x00")


@given(ANY_STRING)
def test_cleaning_twice_is_cleaning_once(typed: str) -> None:
    assert clean_text(clean_text(typed)) == clean_text(typed)
    assert clean_line(clean_line(typed)) == clean_line(typed)


@given(ANY_STRING)
def test_clean_text_is_composed_printable_and_trimmed(typed: str) -> None:
    cleaned = str(clean_text(typed))
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == cleaned.strip()
    assert not any(unicodedata.category(sign) in ("Cc", "Cs") for sign in cleaned if sign not in "\t\n")
    cleaned.encode("utf-8")


@given(ANY_STRING)
def test_a_line_has_no_breaks_and_no_double_spaces(typed: str) -> None:
    line = str(clean_line(typed))
    assert len(line.splitlines()) <= 1
    assert "  " not in line


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("e\u0301", "é"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("bell\x07 \x00end", "bell end"),
        ("half \ud800 pair", "half  pair"),
        ("\ufeffmark", "mark"),
        ("👩‍👩‍👧‍👦 שלום", "👩‍👩‍👧‍👦 שלום"),
        ("=1+1", "=1+1"),
        (" \t padded \n", "padded"),
    ],
)
def test_what_is_typed_becomes_what_is_kept(typed: str, kept: str) -> None:
    assert a_touchpoint(doing=typed).doing == kept


def test_a_line_joins_its_breaks_with_spaces() -> None:
    assert a_touchpoint(" News\r\nletter \t now ").title == "News letter now"


@pytest.mark.parametrize(("field", "limit"), [("title", LINE_LIMIT), ("doing", TEXT_LIMIT)])
def test_a_text_may_be_as_long_as_its_limit_and_no_longer(field: str, limit: int) -> None:
    assert len(getattr(a_touchpoint(**{field: "  " + "x" * limit}), field)) == limit
    with pytest.raises(ValidationError, match=field):
        a_touchpoint(**{field: "x" * (limit + 1)})


def test_lines_are_the_items_of_a_text_without_empty_ones() -> None:
    assert lines("slow\n\n  dear \n") == ("slow", "dear")
    assert lines("") == ()


@given(st.floats(-NUMBER_LIMIT, NUMBER_LIMIT))
def test_a_number_keeps_the_digits_that_a_spreadsheet_keeps(number: float) -> None:
    kept = a_goal(baseline=number).baseline
    assert kept == pytest.approx(number, rel=1e-14)
    assert kept == float(f"{kept:.15g}")
    assert a_goal(baseline=str(number)).baseline == kept
    assert a_goal(baseline=repr(kept)).baseline == kept


def test_minus_zero_is_zero() -> None:
    assert str(a_goal(baseline=-0.0).baseline) == "0.0"


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 10**400, 1.1e12, -1.1e12, "many"])
def test_what_is_no_number_of_the_document_is_refused(number: object) -> None:
    with pytest.raises(ValidationError, match="baseline"):
        a_goal(baseline=number)


def test_a_share_lies_between_0_and_100_percent() -> None:
    assert a_persona(share=100).share == 100
    for share in (-0.1, 100.1):
        with pytest.raises(ValidationError, match="share"):
            a_persona(share=share)


def test_days_before_a_spreadsheet_can_count_are_refused() -> None:
    assert a_goal(due="1900-03-01").due == date(1900, 3, 1)
    with pytest.raises(ValidationError, match="due"):
        a_goal(due="1900-02-28")
