"""The picture of a funnel's course over periods."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.charts import Measure, Period, spec, trend_alt, trend_chart
from journey.charts.kit.text_fit import measure
from journey.charts.trend.chart import AXIS
from journey.charts.trend.layout import PLOT, strips
from journey.charts.trend.period_names import period_names, shown_places
from journey.model import Language
from tests.charts.funnel.test_chart import a_funnel
from tests.charts.marks import Spec, layer, words
from tests.typed import there

PHONE = 340
YEAR = [
    Period("2026-01-01", a_funnel(1_000, 400, 100)),
    Period("2026-02-01", a_funnel(1_000, 450, None)),
    Period("2026-03-01", a_funnel(1_000, 500, 150)),
    Period("2026-04-01", a_funnel(500, 150, 30), complete=False),
]


def drawn(periods: Sequence[Period], language: Language = Language.DE, *, dark: bool = False, **options: Any) -> Spec:
    return spec(trend_chart(periods, language, dark=dark, **options))


def test_each_phase_with_a_rate_has_a_strip_and_its_newest_full_period() -> None:
    found = words(drawn(YEAR))
    assert {
        "Interesse konkretisieren",
        "50,0\u202f% (03/2026)",
        "Informationen beschaffen",
        "30,0\u202f% (03/2026)",
    } <= set(found)
    assert "Interesse wecken" not in found
    assert "1.000 (03/2026)" in words(drawn(YEAR, what=Measure.COUNTS))
    assert "zuletzt 50,0\u202f%" in words(drawn(YEAR[:3]))


def test_a_line_breaks_where_nobody_counted_and_is_dashed_where_a_period_runs() -> None:
    lines: dict[str, list[tuple[float, str]]] = {}
    for datum in layer(drawn(YEAR), "line"):
        lines.setdefault(datum["g"], []).append((datum["n"], datum["d"]))
    assert lines["1-0-over"] == [(0, "1,0"), (1, "1,0"), (2, "1,0")]
    assert lines["1-0-running"] == [(2, "4,5"), (3, "4,5")]
    assert [n for n, _ in lines["2-0-over"]] == [0]
    hollow = [datum for datum in layer(drawn(YEAR), "point") if datum["f"] == "#FFFFFF"]
    assert [datum["d"].endswith("kann noch steigen") for datum in hollow] == [True, True]


def test_no_headline_rests_on_few_cases_or_on_people_who_had_no_time_yet() -> None:
    young = Period("2026-03-01", YEAR[2].funnel, unripe=frozenset({YEAR[2].funnel.stages[2].phase_id}))
    found = words(drawn([YEAR[0], young]))
    assert {"zuletzt 50,0\u202f%", "25,0\u202f% (01/2026)"} <= set(found)
    few = [Period("2026-01-01", a_funnel(1_000, 4, 2)), Period("2026-02-01", a_funnel(1_000, 5, 0))]
    assert {"zuletzt 0,5\u202f%", "zu wenige Fälle"} <= set(words(drawn(few)))
    assert "zuletzt 0,0\u202f%" not in words(drawn(few))
    assert "Informationen beschaffen: noch zu wenige Fälle" in trend_alt(few, Language.DE)


def test_bands_reach_from_end_to_end_of_the_interval() -> None:
    (strip, _), _ = strips(YEAR, Measure.RATES)
    interval = there(strip.points[0].interval)
    datum = layer(drawn(YEAR), "area")[0]
    assert datum["y"] == pytest.approx(strip.y(interval.high), abs=0.1)
    assert datum["Y"] == pytest.approx(strip.y(interval.low), abs=0.1)
    assert not layer(drawn(YEAR, what=Measure.COUNTS), "area")


@given(
    st.lists(st.lists(st.none() | st.integers(0, 10**7), min_size=3, max_size=3), max_size=9), st.sampled_from(Measure)
)
def test_every_value_lies_in_its_strip_and_strips_stand_below_each_other(
    counts: list[list[int | None]], what: Measure
) -> None:
    found, height = strips([Period(str(n), a_funnel(*row)) for n, row in enumerate(counts)], what)
    for strip in found:
        assert strip.low < strip.high
        for point in strip.points:
            for value in (point.value, *(point.interval or ())):
                assert strip.low - 1e-9 <= value <= strip.high + 1e-9
        assert strip.name.box.bottom + 8 <= strip.top
    for above, below in pairwise(found):
        assert above.top + PLOT + 20 <= below.name.y
    assert not found or found[-1].top + PLOT + 20 <= height


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("count", [1, 2, 3, 6, 26])
def test_names_of_periods_stand_at_equal_distances_and_do_not_touch_on_a_phone(count: int, language: Language) -> None:
    places = shown_places(count)
    assert places[-1] == count - 1
    assert len({after - before for before, after in pairwise(places)}) <= 1
    assert places[0] < max(1, count / len(places))
    names = [f"Zeitraum mit langem Namen {n}" for n in range(count)]
    shown = [
        line for line in words(drawn([Period(n, YEAR[0].funnel) for n in names], language)) if line.startswith("Zeit")
    ]
    assert len(shown) == 2 * len(places)
    assert all(measure(line, 12) < AXIS / len(places) for line in shown)


@pytest.mark.parametrize(
    ("names", "german"),
    [
        (("2026-03-01", "2026-06-01"), ("03/2026", "06/2026")),
        (("2025-12-29", "2026-01-05"), ("KW 1/2026", "KW 2/2026")),
        (("2026-03-02", "2026-03-04"), ("02.03.2026", "04.03.2026")),
        (("2024-Q4", "2025-Q2"), ("Q4 2024", "Q2 2025")),
        (("Sommer", "2026-Q3", "2026-03"), ("Sommer", "3. Quartal 2026", "03/2026")),
        ((), ()),
    ],
)
def test_dates_are_called_months_or_weeks_and_other_names_stay(names: tuple[str, ...], german: tuple[str, ...]) -> None:
    assert period_names(names, Language.DE) == german


def test_the_scale_s_figures_have_room() -> None:
    long = [Period(str(n), a_funnel(9_999_999, 5)) for n in (1, 2)]
    found = drawn(long, what=Measure.COUNTS)
    assert "10.000.000" in words(found)
    left = found["layer"][0]["encoding"]["x"]["scale"]["range"][0]["expr"]
    assert float(left) >= measure("10.000.000", 12) + 8


def test_no_periods_and_a_single_one_are_still_pictures() -> None:
    assert drawn([])["height"] > 0
    assert [datum["x"] for datum in layer(drawn(YEAR[:1]), "point")] == [0.5, 0.5]


def test_the_sentence_tells_each_phase_s_course() -> None:
    assert trend_alt(YEAR, Language.DE).startswith(
        "Verlauf von 01/2026 bis 04/2026, Zeiträume: 4. Interesse konkretisieren: zuerst 40,0\u202f%, zuletzt 50,0\u202f%, "
        "zwischen 40,0\u202f% und 50,0\u202f%."
    )
    assert trend_alt([], Language.EN) == "The course has no numbers yet."
