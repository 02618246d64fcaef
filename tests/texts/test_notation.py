"""Numbers, days, moments and spans of time as people write and read them."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from journey.model import FIRST_DAY, Language
from journey.texts import (
    NotANumber,
    day,
    day_pattern,
    duration,
    duration_range,
    moment,
    money,
    number,
    percent,
    period,
    read_number,
    typed_number,
    typed_percent,
)

DE, EN = Language.DE, Language.EN

DAY = 86_400

NUMBERS = [
    ("", None, None), ("   ", None, None), ("0", 0, 0), ("7", 7, 7), ("-3", -3, -3), ("−3", -3, -3), ("+4", 4, 4),
    ("7,5", 7.5, 7.5), ("7.5", 7.5, 7.5), (",5", 0.5, 0.5), (".5", 0.5, 0.5), (" 12,5 % ", 12.5, 12.5),
    ("1.234", 1234, 1.234), ("1,234", 1.234, 1234), ("1.234,5", 1234.5, 1234.5), ("1,234.5", 1234.5, 1234.5),
    ("1.234.567", 1234567, 1234567), ("1,234,567", 1234567, 1234567), ("1.234.567,89", 1234567.89, 1234567.89),
    ("1 234 567", 1234567, 1234567), ("1\u00a0234,5", 1234.5, 1234.5), ("1\u202f234", 1234, 1234),
    ("0.125", 0.125, 0.125), ("0,125", 0.125, 0.125), ("1234.567", 1234.567, 1234.567), ("1234,567", 1234.567, 1234.567),
    ("-1.234", -1234, -1.234), ("1e-09", 1e-9, 1e-9), ("007", 7, 7),
]  # fmt: skip
"""What is typed, what a German reads in it, what an English reader does."""

NO_NUMBERS = (
    "abc", "7,5 kg", "1,2,3", "1.2.3", "1.23.456", "1,5.2", "12.34,5", "1.234,567,8", ",", ".", "-", "%", "nan", "inf",
    "-infinity", "1e999", "0x10", "1_000", "=1+1", "7;5", "--7", "**7**",
)  # fmt: skip


@pytest.mark.parametrize(("words", "german", "english"), NUMBERS)
def test_a_number_is_read_as_the_language_writes_it(words: str, german: float | None, english: float | None) -> None:
    assert (read_number(words, DE), read_number(words, EN)) == (german, english)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("words", NO_NUMBERS)
def test_what_is_no_number_is_refused(words: str, language: Language) -> None:
    with pytest.raises(NotANumber):
        read_number(words, language)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("value", [0.0, 7.5, -0.25, 1234.5, 1_234.0, 1e12, 1e-9, 0.125, 1 / 3])
def test_a_number_is_read_back_as_it_is_typed_and_as_it_is_shown(value: float, language: Language) -> None:
    assert read_number(typed_number(value, language), language) == pytest.approx(value, rel=1e-14)
    assert read_number(number(value, language), language) == pytest.approx(value, rel=1e-14)


@pytest.mark.parametrize(
    ("value", "digits", "german", "english"),
    [
        (1234.5, None, "1.234,5", "1,234.5"),
        (1234567, None, "1.234.567", "1,234,567"),
        (0.0, None, "0", "0"),
        (-0.25, None, "-0,25", "-0.25"),
        (2 / 3, 2, "0,67", "0.67"),
        (1e12, None, "1.000.000.000.000", "1,000,000,000,000"),
        (66.25, 1, "66,3", "66.3"),
        (13.75, 1, "13,8", "13.8"),
        (-66.25, 1, "-66,3", "-66.3"),
        (2.675, 2, "2,68", "2.68"),
        (66.2499, 1, "66,2", "66.2"),
        (9_999_999_999_999, 0, "9.999.999.999.999", "9,999,999,999,999"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: float, digits: int | None, german: str, english: str) -> None:
    assert (number(value, DE, digits), number(value, EN, digits)) == (german, english)


def test_no_line_break_parts_an_amount_from_its_currency() -> None:
    assert (money(5200, "EUR", DE), money(0.5, "CHF", EN, 2)) == ("5.200\u202fEUR", "0.50\u202fCHF")
    assert money(5200, "", DE) == "5.200"


def test_percentages_are_shares_of_one() -> None:
    assert (percent(0.125, DE, 1), percent(0.125, EN, 1)) == ("12,5\u202f%", "12.5%")
    assert (percent(1, DE), percent(0, EN)) == ("100\u202f%", "0%")


def test_a_day_is_written_with_two_digits_each_and_the_year_with_four() -> None:
    assert (day(date(2026, 3, 5), DE), day(date(2026, 3, 5), EN)) == ("05.03.2026", "2026-03-05")
    assert (day(date(987, 12, 31), DE), day(FIRST_DAY, EN)) == ("31.12.0987", "1900-03-01")


@pytest.mark.parametrize("language", Language)
def test_the_calendars_of_the_browser_know_the_pattern_of_a_day(language: Language) -> None:
    """Streamlit takes the three orders, with a slash, point or dash, and nothing else."""
    orders = ("YYYY{0}MM{0}DD", "DD{0}MM{0}YYYY", "MM{0}DD{0}YYYY")
    assert day_pattern(language) in {order.format(mark) for order in orders for mark in "/.-"}


def test_a_moment_is_a_day_with_its_time_in_its_own_zone() -> None:
    when = datetime(2026, 3, 5, 14, 30, 7, tzinfo=UTC)
    assert (moment(when, DE), moment(when, EN)) == ("05.03.2026, 14:30", "2026-03-05, 14:30")
    assert moment(when, DE, seconds=True) == "05.03.2026, 14:30:07"


@pytest.mark.parametrize(
    ("seconds", "german", "english"),
    [
        (0, "0 s", "0 s"),
        (2.46, "2,5 s", "2.5 s"),
        (45 * 60, "45 min", "45 min"),
        (3_600, "1 Stunde", "1 hour"),
        (5.5 * 3_600, "5,5 Stunden", "5.5 hours"),
        (DAY, "1 Tag", "1 day"),
        (3 * DAY, "3 Tage", "3 days"),
        (13.2 * DAY, "13 Tage", "13 days"),
        (17.5 * DAY, "2,5 Wochen", "2.5 weeks"),
        (100 * DAY, "3,3 Monate", "3.3 months"),
        (4_000 * DAY, "11 Jahre", "11 years"),
    ],
)
def test_a_span_is_told_in_its_largest_unit(seconds: float, german: str, english: str) -> None:
    assert (duration(seconds, DE), duration(seconds, EN)) == (german, english)


def test_rounding_never_shows_sixty_minutes_or_twenty_four_hours() -> None:
    assert duration(59.6, EN) == "1 min"
    assert duration(3_599, EN) == "1 hour"
    assert duration(23.7 * 3_600, EN) == "1 day"
    assert duration(13.6 * DAY, EN) == "1.9 weeks"


def test_longer_spans_never_sound_shorter() -> None:
    units = ["s", "min", "hour", "day", "week", "month", "year"]
    told = [duration(1.07**step, EN).removesuffix("s").split() for step in range(300)]
    ranks = [(units.index(words[1] if len(words) > 1 and words[1] else "s"), float(words[0])) for words in told]
    assert all(one <= other for one, other in pairwise(ranks))


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (DAY, 5 * DAY, "1 – 5 days"),
        (DAY, DAY, "1 day"),
        (3 * DAY, 3 * DAY, "3 days"),
        (1_200, 3 * 3_600, "20 min – 3 hours"),
        (DAY, 20 * DAY, "1 day – 2.9 weeks"),
    ],
)
def test_a_range_names_a_common_unit_once(low: float, high: float, told: str) -> None:
    assert duration_range(low, high, EN) == told


@pytest.mark.parametrize(
    ("name", "german", "english"),
    [
        ("2026-Q2", "2. Quartal 2026", "Q2 2026"),
        ("2026 q4", "4. Quartal 2026", "Q4 2026"),
        ("2026-03", "03/2026", "03/2026"),
        ("2026-04-01 – 2026-09-30", "01.04.2026 – 30.09.2026", "2026-04-01 – 2026-09-30"),
        ("Sommer 2026", "Sommer 2026", "Sommer 2026"),
        ("2026-99-99", "2026-99-99", "2026-99-99"),
        ("", "", ""),
    ],
)
def test_a_period_is_called_as_people_read_it(name: str, german: str, english: str) -> None:
    assert (period(name, DE), period(name, EN)) == (german, english)


def test_percents_keep_the_digits_that_somebody_typed() -> None:
    assert [typed_percent(each, EN) for each in (60, 60.5, 0.25)] == ["60%", "60.5%", "0.25%"]
    assert typed_percent(60.5, DE) == percent(0.605, DE, 1)
