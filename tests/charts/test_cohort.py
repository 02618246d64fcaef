"""The picture of a cohort table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.charts import cohort_alt, cohort_chart, cohort_layout, spec
from journey.charts.cohort import CELL, ROW, WIDEST
from journey.charts.kit.canvas import Datum
from journey.charts.kit.text_fit import measure
from journey.model import Language
from journey.numbers.log.periods import Unit
from journey.numbers.log.trends import Cohort, cohorts
from journey.palette import contrast, ink
from tests.charts.marks import Spec, layer, values, words
from tests.numbers.log.logs import a_log, in_phases

DAY = 86_400
SPRING = (
    Cohort(date(2026, 3, 1), 1_000, (80, 150, 250), 2),
    Cohort(date(2026, 4, 1), 0, (0, 0, None), 1),
    Cohort(date(2026, 5, 1), 16, (1, None, None), 0),
)


def drawn(
    found: Sequence[Cohort],
    language: Language = Language.DE,
    *,
    dark: bool = False,
    unit: Unit = Unit.MONTH,
    **options: Any,
) -> Spec:
    return spec(cohort_chart(found, language, dark=dark, unit=unit, **options))


def cells(found: Spec) -> list[Datum]:
    return values(found, 0)


def edges(across: Iterable[Mapping[str, str]], width: float) -> tuple[float, float]:
    """Left and right end of the cells in pixels, on a page of this width."""
    left, right = (end["expr"] for end in across)
    return float(left), min(width, float(right.removeprefix("width - (max(0, width - ").removesuffix("))")))


@st.composite
def tables(draw: st.DrawFn) -> tuple[Cohort, ...]:
    rows = draw(st.integers(0, 20))
    columns = draw(st.integers(1, 13))
    return tuple(
        Cohort(
            date(2026, 1, 5) + timedelta(weeks=row),
            (cases := draw(st.integers(0, 10**6))),
            tuple(draw(st.integers(0, cases)) if row + later < rows else None for later in range(columns)),
            max(0, min(rows - row - 1, columns)),
        )
        for row in range(rows)
    )


def test_every_share_stands_as_a_number_in_its_cell() -> None:
    found = drawn(SPRING)
    assert {"03/2026", "1.000", "8,0\u202f%", "15\u202f%", "25\u202f%", "1/16"} <= set(words(found))
    middles = {datum["t"]: (datum["x"], datum["y"]) for datum in layer(found, "text")}
    for datum in cells(found):
        share = "1/16" if "zu wenige Fälle" in datum["d"] else datum["d"].split()[0]
        x, y = next(place for shown, place in middles.items() if shown.startswith(share[:2]))
        assert x == pytest.approx((datum["x"] + datum["X"]) / 2, abs=0.001)
        assert datum["y"] < y < datum["Y"]


def test_a_cell_that_may_still_rise_has_a_dashed_edge_and_says_so() -> None:
    found = drawn(SPRING)
    assert [("dash" in datum, datum["d"].endswith("kann noch steigen")) for datum in cells(found)] == [
        (False, False), (False, False), (True, True), (True, True),
    ]  # fmt: skip
    slanted = [datum["t"] for datum in layer(found, "text") if datum.get("i")]
    assert slanted == ["25\u202f%", "1/16"]
    assert "Gestrichelt: Zeitraum läuft noch, kann noch steigen" in words(found)
    over = drawn([Cohort(date(2026, 3, 1), 10, (1,), 1)])
    assert not any("Gestrichelt" in line or "steigen" in line for line in words(over))


def test_what_is_not_yet_is_empty_and_a_cohort_of_nobody_has_dashes() -> None:
    found = drawn(SPRING)
    assert len(cells(found)) == 4
    assert words(found).count("–") == 2


def test_the_deepest_tint_is_the_highest_share() -> None:
    for dark in (False, True):
        tints = [contrast(datum["f"], ink(dark).page) for datum in cells(drawn(SPRING, dark=dark))]
        assert tints[2] > tints[1] > tints[0] > tints[3] > 1.05


@pytest.mark.parametrize("dark", [False, True])
@given(st.lists(st.integers(0, 100), min_size=1, max_size=13))
def test_every_share_is_readable_on_its_tint(dark: bool, counts: list[int]) -> None:
    found = drawn([Cohort(date(2026, 3, 1), 100, tuple(counts), len(counts))], dark=dark)
    assert min(contrast(ink(dark).text, datum["f"]) for datum in cells(found)) >= 4.5


@given(tables(), st.sampled_from(Language), st.sampled_from(Unit))
def test_words_fit_their_cells_at_the_narrowest_and_on_a_wide_page(
    found: tuple[Cohort, ...], language: Language, unit: Unit
) -> None:
    layout = cohort_layout(found, language, unit)
    picture = drawn(found, language, unit=unit)
    across = picture["layer"][0]["encoding"]["x"]["scale"]["range"]
    for width in (layout.narrowest, 1_600):
        left, right = edges(across, width)
        assert layout.columns == 0 or (right - left) / layout.columns >= CELL - 0.5
        if width == 1_600 and layout.columns:
            assert (right - left) / layout.columns <= WIDEST + 0.5
        rooms: dict[float, list[tuple[float, float]]] = {}
        for datum in (datum for datum in picture["datasets"]["layer2"] if datum["t"]):
            long = measure(datum["t"], datum["z"])
            start = left + datum["x"] * (right - left) + datum.get("o", 0)
            start -= {"": 0, "right": long, "center": long / 2}[datum.get("a", "")]
            rooms.setdefault(datum["y"], []).append((start, start + long))
        for line in rooms.values():
            assert min(line)[0] >= -0.5
            assert max(line)[1] <= width + 1
            assert all(one[1] + 2 <= other[0] for one, other in pairwise(sorted(line)))
    assert all(other - one == ROW for one, other in pairwise(layout.top(row) for row in range(len(found))))


def test_half_a_year_fits_a_phone_and_so_does_no_cohort_at_all() -> None:
    half = [Cohort(date(2026, 1 + row, 1), 1_000, tuple([100] * (6 - row) + [None] * row), 5 - row) for row in range(6)]
    assert max(cohort_layout(half, language, Unit.MONTH).narrowest for language in Language) <= 340
    assert words(drawn([])) == ["Es gibt noch keine Kohorten."]


def test_cohorts_of_a_log_become_a_picture() -> None:
    rows = [(0, 0, "a"), (0, 40 * DAY, "b"), (1, 3 * DAY, "a"), (2, 45 * DAY, "a"), (2, 46 * DAY, "b")]
    log = in_phases(a_log(rows), ("a", "b"), {"a": "a", "b": "b"})
    found = drawn(cohorts(log, "b", Unit.MONTH), Language.EN)
    assert [(datum["t"], datum["d"]) for datum in cells(found)] == [
        ("01/2026, in the same month", "0.0% (0 of 2) · too few cases"),
        ("01/2026, 1 month later", "50.0% (1 of 2) · too few cases · may still rise"),
        ("02/2026, in the same month", "100.0% (1 of 1) · too few cases · may still rise"),
    ]


def test_weeks_are_called_weeks_even_where_one_begins_with_the_month() -> None:
    found = drawn([Cohort(date(2026, 6, 1), 5, (1,), 1)], unit=Unit.WEEK)
    assert {"KW 23/2026", "Wochen nach dem ersten Kontakt"} <= set(words(found))


def test_the_sentence_tells_first_and_last_share_of_each_cohort() -> None:
    assert cohort_alt(SPRING, Language.DE, Unit.MONTH) == (
        "Kohorten nach erstem Kontakt: 3. Anteil, der das Ziel erreicht hat, in Zeiträumen, die vorbei sind. "
        "03/2026: 1.000 Kunden, im selben Monat 8,0\u202f%; 1 Monat später 15\u202f%. 04/2026: 0 Kunden. 05/2026: 16 Kunden."
    )
    assert cohort_alt((), Language.EN, Unit.WEEK) == "There are no cohorts yet."
    many = [Cohort(date(2025, 1, 6) + timedelta(weeks=n), 9, (1,), 1) for n in range(30)]
    assert cohort_alt(many, Language.EN, Unit.WEEK).count("9 customers") == 12
