"""The picture of where open cases are sitting."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.charts import spec, waiting_alt, waiting_chart
from journey.charts.kit.text_fit import measure
from journey.charts.kit.time_scale import PHONE as SCALE
from journey.charts.kit.time_scale import TimeScale
from journey.charts.waiting import BAR, LANE, waiting_rows
from journey.model import Language
from journey.numbers.log.waiting import Waiting, waiting
from journey.texts import duration
from tests.charts.marks import Spec, layer, words
from tests.numbers.log.logs import a_log, in_phases

PHONE = 340
HOUR, DAY = 3_600, 86_400
NAMES = {"a": "Sehen", "b": "Phase mit einem wirklich langen Namen", "c": "Kaufen"}


def a_waiting_log() -> Waiting:
    """Twelve cases go from a to b within an hour to twelve hours; of these four buy. Five others wait in a: one hour, and
    four for ten days. The phase before a has nobody and is left out."""
    rows = []
    for case in range(12):
        rows += [(case, 9 * DAY, "a"), (case, 9 * DAY + (case + 1) * HOUR, "b")]
        rows += [(case, 9 * DAY + 20 * HOUR, "c")] if case < 4 else []
    rows += [(20 + place, 0, "a") for place in range(4)] + [(30, 10 * DAY - HOUR, "a"), (0, 10 * DAY, "c")]
    found = waiting(in_phases(a_log(rows), ("first", "a", "b", "c"), {"a": "a", "b": "b", "c": "c"}))
    return replace(found, phases=found.phases[1:])


def drawn(language: Language = Language.DE, *, dark: bool = False, **options: Any) -> Spec:
    return spec(waiting_chart(a_waiting_log(), NAMES, language, dark=dark, **options))


def test_a_phase_says_how_many_wait_how_long_and_what_is_usual() -> None:
    found = set(words(drawn()))
    assert {"Sehen", "5 Kunden warten", "Bisher 10 Tage (10 Tage)", "größter Stau",
            "Sonst üblich 6,5 Stunden (3,8 – 9,2 Stunden)", "4 von 5 warten länger als 9,2 Stunden."} <= found  # fmt: skip
    assert "8 Kunden warten" in found
    assert "Was üblich ist, lässt sich noch nicht sagen." in found


def test_only_the_stuck_phase_is_loud() -> None:
    (row, other), _ = waiting_rows(a_waiting_log(), NAMES, Language.DE)
    assert (row.stuck, other.stuck) == (True, False)
    assert words(drawn()).count("größter Stau") == 1
    assert [line.bold for line in (*row.lines, *other.lines)] == [False, False, True, False, False]


def test_bars_are_as_long_as_the_numbers_of_open_cases() -> None:
    tracks, bars = drawn()["datasets"]["layer0"], drawn()["datasets"]["layer1"]
    assert [bar["X"] for bar in bars] == [5 / 8, 1]
    assert {track["X"] for track in tracks} == {1}


def test_waited_and_usual_lie_on_the_same_scale_of_time() -> None:
    found = a_waiting_log()
    scale = TimeScale(
        [end for phase in found.phases for times in (phase.waited, phase.usual) if times for end in times]
    )
    marks = [datum["x"] for datum in layer(drawn(), "point") if datum["x"]]
    assert scale.x(10 * DAY) == pytest.approx(marks[0], abs=1e-4)
    assert scale.x(6.5 * HOUR) == pytest.approx(marks[1], abs=1e-4)
    assert scale.x(0) == 0


@given(st.lists(st.floats(0, 1e9), max_size=6), st.sampled_from(Language))
def test_every_span_has_a_place_and_no_two_names_touch(spans: list[float], language: Language) -> None:
    scale = TimeScale(spans)
    assert len(scale.ticks) > 1
    assert all(scale.ticks[0] <= span <= scale.ticks[-1] for span in spans if 60 <= span <= 315_576_000)
    assert [scale.x(tick) for tick in sorted(scale.ticks)] == sorted(scale.x(tick) for tick in scale.ticks)
    rooms = []
    for datum in scale.labels(0, language, dark=False):
        wide = measure(datum["t"], 12)
        left = datum["x"] * SCALE - {"": 0, "right": wide, "center": wide / 2}[datum.get("a", "")]
        rooms.append((left, left + wide))
    assert all(one[1] <= other[0] for one, other in pairwise(sorted(rooms)))
    assert len(rooms) >= 2


def test_ticks_have_short_names() -> None:
    assert [duration(tick, Language.EN) for tick in TimeScale([60, 3e8]).ticks] == [
        "1 min", "10 min", "1 hour", "6 hours", "1 day", "7 days", "4 weeks", "3 months", "12 months", "3 years", "10 years",
    ]  # fmt: skip


@pytest.mark.parametrize("language", Language)
def test_rows_stand_below_each_other_and_fit_a_phone(language: Language) -> None:
    rows, height = waiting_rows(a_waiting_log(), NAMES, language)
    for row in rows:
        assert row.name.box.bottom < row.top
        assert row.top + BAR < row.strip
        assert row.strip + 2 * LANE < row.lines[0].y
        assert not any(line.clipped for line in row.lines)
    for above, below in pairwise(rows):
        assert above.bottom < below.name.y
    assert rows[-1].bottom < height
    assert all(measure(line, 13) < PHONE for line in words(drawn(language)))


def test_a_log_without_cases_is_still_a_picture() -> None:
    found = waiting(in_phases(a_log([]), ("a", "b", "c"), {}))
    assert "Niemand wartet hier." in words(spec(waiting_chart(found, NAMES, Language.DE, dark=True)))


def test_the_sentence_names_the_stuck_phase_first() -> None:
    assert waiting_alt(a_waiting_log(), NAMES, Language.EN).startswith(
        "Where customers are waiting. Stuck most: Sehen. Sehen: 5 customers wait. So far 10 days (10 days). "
        "Usual before going on 6.5 hours (3.8 – 9.2 hours). 4 of 5 have waited longer than 9.2 hours."
    )
