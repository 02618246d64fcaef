"""What pictures show of rounds: events on a course, how two rounds felt, what is new and what is gone."""

from datetime import date

import pytest

from journey.charts import (
    ScoredRound,
    courses_alt,
    courses_chart,
    emotion_curve_chart,
    journey_map_chart,
    scores_alt,
    scores_chart,
    spec,
    trend_alt,
    trend_chart,
)
from journey.journey_map import journey_map
from journey.model import Emotion, Language, MarketEvent, new_id
from journey.phases import model_of
from journey.rounds import JourneyCourse, MarkOfCard, RoundScore, placed_events
from tests.builders import a_touchpoint, a_workshop
from tests.charts.marks import layer, words
from tests.charts.trend.test_chart import YEAR

EN = Language.EN


def an_event(day: date | None, title: str = "Price raised") -> MarketEvent:
    return MarketEvent(id=new_id(), title=title, day=day)


@pytest.mark.parametrize(
    ("periods", "day", "place"),
    [
        (["2026-01-01", "2026-02-01", "2026-03-01"], date(2026, 2, 15), 1.0),
        (["2026-01-01", "2026-02-01", "2026-03-01"], date(2026, 3, 31), 2.0),
        (["2026-01-01", "2026-02-01", "2026-03-01"], date(2026, 4, 1), None),
        (["2026-01-01", "2026-02-01", "2026-03-01"], date(2026, 3, 1), 1.5),
        (["2025-Q4", "Q1 2026"], date(2026, 2, 15), 1.0),
        (["2025-Q4", "Q1 2026"], date(2026, 3, 31), 1.0),
        (["2024", "2025"], date(2025, 1, 1), 0.5),
        (["2025-11", "01/2026"], date(2025, 11, 1), 0.0),
        (["Februar 2026", "Mär. 2026"], date(2026, 3, 1), 0.5),
        (["Herbst", "2026-01-01"], date(2026, 1, 2), None),
        (["Herbst 2025", "Januar 2026"], date(2026, 1, 2), None),
        (["2026-02-01", "2026-01-01"], date(2026, 1, 2), None),
        (["2026-01-01", "2026-02-01"], None, None),
    ],
)
def test_events_stand_where_their_day_lies_among_the_periods(
    periods: list[str], day: date | None, place: float | None
) -> None:
    found = [each.place for each in placed_events([an_event(day)], periods)]
    assert found == ([] if place is None else [pytest.approx(place, abs=0.02)])


def test_a_trend_has_a_line_in_each_strip_for_what_happened_and_says_it() -> None:
    events = [
        an_event(date(2026, 2, 10)),
        an_event(date(2026, 2, 12), "Competitor opened"),
        an_event(date(2026, 4, 9), "Campaign"),
    ]
    happened = placed_events(events, [period.name for period in YEAR])
    found = spec(trend_chart(YEAR, EN, dark=False, happened=happened))
    dotted = [datum["x"] for datum in layer(found, "rule") if datum["d"] == "2,3"]
    assert len(dotted) == 2 * 2
    assert {"1·2", "3", "1 · 2026-02-10: Price raised (Market)", "3 · 2026-04-09: Campaign (Market)"} <= set(
        words(found)
    )
    assert "Competitor opened" in trend_alt(YEAR, EN, happened=happened)
    assert not [d for d in layer(spec(trend_chart(YEAR, EN, dark=False)), "rule") if d["d"] == "2,3"]


def test_scores_stand_at_their_days_with_the_events_between_them() -> None:
    rounds = [ScoredRound("One", date(2026, 1, 1), 40), ScoredRound("Today", date(2026, 1, 11), 60, running=True)]
    events = [an_event(date(2026, 1, 6)), an_event(date(2025, 1, 1), "Long ago")]
    found = spec(scores_chart(rounds, EN, dark=False, happened=events))
    assert [(d["x"], d["d"]) for d in layer(found, "point")] == [(0, "2026-01-01 · 40"), (1, "2026-01-11 · 60")]
    assert [d["x"] for d in layer(found, "rule") if d["d"] == "2,3"] == [0.5]
    assert "Long ago" not in " ".join([*words(found), scores_alt(rounds, EN, happened=events)])


def test_journeys_share_one_course_of_time_and_each_has_its_strip() -> None:
    shop = RoundScore("One", date(2026, 1, 1), 40), RoundScore("Two", date(2026, 1, 6), 60)
    app = RoundScore("One", date(2026, 1, 8), None), RoundScore("Two", date(2026, 1, 11), 80)
    meanwhile = (an_event(date(2026, 1, 6)),)
    courses = [JourneyCourse("a", "Shop", shop, None, meanwhile), JourneyCourse("b", "App", app, None)]
    found = spec(courses_chart(courses, EN, dark=False))
    dots = [(d["x"], d["y"], d["d"]) for d in layer(found, "point")]
    assert [(x, told) for x, _, told in dots] == [
        (0, "2026-01-01 · 40"),
        (0.5, "2026-01-06 · 60"),
        (1, "2026-01-11 · 80"),
    ]
    assert dots[0][1] > dots[1][1], "more points are higher"
    assert min(d["y"] for d in layer(found, "rule") if d["y"] > dots[0][1]) < dots[2][1], "another strip"
    assert {"Shop", "App", "40", "60", "80", "2026-01-01", "2026-01-11"} <= set(words(found))
    assert "App: One (2026-01-08): –; Two (2026-01-11): 80." in courses_alt(courses, EN)
    dotted = [(d["x"], d["y"]) for d in layer(found, "rule") if d["d"] == "2,3"]
    assert [x for x, _ in dotted] == [0.5]
    assert dotted[0][1] < dots[1][1]
    assert "1 · 2026-01-06: Price raised (Market)" in words(found)
    assert "Price raised" in courses_alt(courses, EN)
    assert [one.gain for one in courses] == [20, None]


def test_touchpoints_that_feel_otherwise_say_by_how_much() -> None:
    older = a_workshop(touchpoints=[a_touchpoint(id="t", emotion=-1), a_touchpoint(id="u", emotion=1, rank=1)])
    newer = a_workshop(touchpoints=[a_touchpoint(id="t", emotion=2), a_touchpoint(id="u", emotion=0, rank=1)])
    curves = {name: journey_map(w, model_of(w, EN)) for name, w in (("", newer), ("Round 1", older))}
    found = spec(emotion_curve_chart(curves, EN, dark=False, common="Today", changes={"t": 3, "u": -1}))
    assert {"+3", "−1", "Today", "Round 1"} <= set(words(found))
    scale = {e: d["y"] for e, d in zip(Emotion, [r for r in layer(found, "rule") if r["x"] == 0], strict=True)}
    joined = [(d["y"], d["Y"]) for d in layer(found, "rule") if d["x"] == d["X"]]
    assert joined == [(scale[Emotion.BAD], scale[Emotion.VERY_GOOD]), (scale[Emotion.GOOD], scale[Emotion.NEUTRAL])]


def test_what_is_new_or_gone_has_an_outline_that_tells_them_apart_without_colour() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint(id="t"), a_touchpoint(id="u"), a_touchpoint(id="v")])
    standing = {"t": MarkOfCard.NEW, "u": MarkOfCard.GONE}
    found = spec(journey_map_chart(journey_map(workshop, model_of(workshop, EN)), EN, dark=False, standing=standing))
    assert [datum["dash"] for datum in layer(found, "rect") if "dash" in datum] == ["1,0", "6,4"]
