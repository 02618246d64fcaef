"""Where findings, pain points and ideas stand on the plane of value and effort."""

import pytest

from journey.critic import findings
from journey.model import FindingAnswer, Language, Verdict, Workshop
from journey.numbers import funnel
from journey.numbers.what_if import RateChange, what_if
from journey.phases import model_of
from journey.priorities import (
    Quadrant,
    RatedKind,
    RatedSubject,
    Weighed,
    levels_by_votes,
    plane_table,
    priority_of,
    quadrant_of,
    step_gains,
    subjects_of,
    weighed,
    weighed_by_counts,
)
from tests.builders import PHASE, a_count, a_frame, a_priority, a_touchpoint, a_workshop, an_opportunity

DE = Language.DE
TILL = a_touchpoint("Kasse", id="till", emotion=-2, content="Bon", pain_points="Lange Schlange\nKein Kartenleser")


def _subjects(workshop: Workshop) -> tuple[RatedSubject, ...]:
    return subjects_of(workshop, findings(workshop, DE), DE)


def _on_plane(workshop: Workshop) -> tuple[Weighed, ...]:
    return weighed(workshop, _subjects(workshop))


def test_findings_pain_points_and_ideas_can_have_a_priority_and_strengths_cannot() -> None:
    good = a_touchpoint("Duft", emotion=2, content="Brot")
    found = _subjects(a_workshop(touchpoints=[TILL, good], opportunities=[an_opportunity("Zweites Band", id="band")]))
    assert {one.words for one in found if one.kind is RatedKind.PAIN} == {"Lange Schlange", "Kein Kartenleser"}
    assert [one.words for one in found if one.kind is RatedKind.IDEA] == ["Zweites Band"]
    rules = {one.key[0] for one in found if one.kind is RatedKind.FINDING}
    assert "emotion-low" in rules
    assert not rules & {"emotion-high", "phase-without-content", "unscored"}
    assert len({one.key for one in found}) == len(found)


def test_a_dismissed_finding_is_none_any_more() -> None:
    workshop = a_workshop(touchpoints=[TILL])
    low = next(one for one in findings(workshop, DE) if one.rule == "emotion-low")
    given = {"id": "no", "rule": low.rule, "evidence": low.evidence}
    for verdict, is_there in ((Verdict.DISMISSED, False), (Verdict.ACCEPTED, True)):
        answered = workshop.with_collection("answers", [FindingAnswer(verdict=verdict, **given)])
        assert any(one.key[0] == "emotion-low" for one in _subjects(answered)) is is_there


@pytest.mark.parametrize(
    ("value", "effort", "quadrant"),
    [(5, 1, Quadrant.QUICK_WIN), (3, 2, Quadrant.QUICK_WIN), (3, 3, Quadrant.BIG_BET), (2.5, 3, Quadrant.MONEY_PIT),
     (1, 5, Quadrant.MONEY_PIT), (2, 2, Quadrant.FILL_IN)],
)  # fmt: skip
def test_the_quarters_have_their_names(value: float, effort: int, quadrant: Quadrant) -> None:
    assert quadrant_of(value, effort) is quadrant


@pytest.mark.parametrize(("weight", "value"), [(50, 3.5), (100, 5.0), (0, 2.0), (80, 4.4)])
def test_both_values_are_weighed_as_the_team_said(weight: float, value: float) -> None:
    rated = a_priority("Schlange", card="till", pain="Lange Schlange", value_customers=5, value_firm=2, effort=2)
    workshop = a_workshop(touchpoints=[TILL], priorities=[rated]).with_frame(a_frame(customer_weight=weight))
    [one] = _on_plane(workshop)
    assert (one.value, one.effort, one.quadrant) == (value, 2, quadrant_of(value, 2))


def test_a_value_that_is_not_known_counts_for_nothing() -> None:
    half = a_priority(card="till", pain="Lange Schlange", value_customers=4)
    none = a_priority(card="till", pain="Kein Kartenleser", effort=2)
    found = _on_plane(a_workshop(touchpoints=[TILL], priorities=[half, none]))
    assert {one.words: (one.value, one.quadrant) for one in found} == {
        "Lange Schlange": (4, None),
        "Kein Kartenleser": (None, None),
    }


def test_an_idea_brings_its_own_impact_and_effort() -> None:
    idea = an_opportunity("Band", id="band", impact=4, effort=2)
    [one] = _on_plane(a_workshop(opportunities=[idea], priorities=[a_priority(card="band")]))
    assert (one.value, one.effort, one.quadrant) == (4, 2, Quadrant.QUICK_WIN)
    [own] = _on_plane(a_workshop(opportunities=[idea], priorities=[a_priority(card="band", value_firm=1, effort=5)]))
    assert (own.value, own.effort) == (2.5, 5)


def test_a_finding_keeps_its_priority_while_its_figures_change() -> None:
    counts = [
        a_count(1_000, PHASE, id="a"),
        a_count(100, "aida-plus.favorability", id="b"),
        a_count(90, "aida-plus.consideration", id="c"),
    ]
    then = a_workshop(counts=counts)
    stuck = next(one for one in _subjects(then) if one.key[0] in {"stuck-phase", "weakest-step"})
    later = [
        a_count(2_000, PHASE, id="d"),
        a_count(220, "aida-plus.favorability", id="e"),
        a_count(200, "aida-plus.consideration", id="f"),
    ]
    [one] = _on_plane(a_workshop(counts=later, priorities=[priority_of(a_workshop(), stuck, 1.0)]))
    assert one.subject
    assert one.subject.key == stuck.key


def test_a_reworded_pain_point_keeps_its_priority_where_no_other_can_be_meant() -> None:
    rated = a_priority("Schlange", card="till", pain="Zu lange Schlange", effort=1)
    one = a_touchpoint("Kasse", id="till", pain_points="Lange Schlange")
    assert [each.words for each in _on_plane(a_workshop(touchpoints=[one], priorities=[rated]))] == ["Lange Schlange"]
    [gone] = _on_plane(a_workshop(touchpoints=[TILL], priorities=[rated]))
    assert (gone.subject, gone.words) == (None, "Schlange"), "either of two could be meant"


def test_the_figures_propose_the_firm_s_value_where_nobody_said_it() -> None:
    phases = [PHASE, "aida-plus.favorability", "aida-plus.consideration"]
    counts = [a_count(count, phase) for count, phase in zip((1_000, 100, 80), phases, strict=True)]
    quiet = a_touchpoint("Plakat", id="poster", pain_points="Zu klein")
    rated = a_priority(card="poster", pain="Zu klein", effort=2)
    workshop = a_workshop(counts=counts, touchpoints=[quiet], priorities=[rated])
    stages = funnel(counts, model_of(workshop, DE))
    gains = step_gains(stages, order_value=50.0)
    assert gains[PHASE].level == 5
    assert gains[PHASE].more == what_if(stages, RateChange(phases[1], 1.0)).more
    assert gains[PHASE].revenue == gains[PHASE].more.times(50.0)
    assert gains[phases[1]].level == gains[phases[2]].level == 1, "a point of 80 % is a tenth of a point of 10 %"
    [one] = weighed(workshop, _subjects(workshop), gains)
    assert (one.value, one.proposed, one.quadrant) == (5, True, Quadrant.QUICK_WIN)
    said = workshop.with_collection("priorities", [rated.model_copy(update={"value_firm": 2})])
    assert [(each.value, each.proposed) for each in weighed(said, _subjects(said), gains)] == [(2, False)]
    assert step_gains(funnel((), model_of(workshop, DE))) == {}


def test_what_is_taken_home_knows_the_same_proposals_from_the_counts_typed_last() -> None:
    phases = [PHASE, "aida-plus.favorability", "aida-plus.consideration"]
    counted = (("2025", (100, 90, 10)), ("2026", (1_000, 100, 80)))
    counts = [
        a_count(count, phase, period=period, rank=place)
        for place, (period, held) in enumerate(counted)
        for count, phase in zip(held, phases, strict=True)
    ]
    quiet = a_touchpoint("Plakat", id="poster", phase=PHASE, pain_points="Zu klein")
    rated = [a_priority(card="poster", pain="Zu klein", effort=2, value_customers=3)]
    workshop = a_workshop(counts=counts, touchpoints=[quiet], priorities=rated)
    [one] = weighed_by_counts(workshop, (), DE)
    assert (one.value, one.proposed) == (4, True), "3 for customers, and 5 that the newer counts propose"
    assert [row[3] for row in plane_table([one], DE)[1]] == ["4,0 (Vorschlag)"]


def test_votes_become_values_in_proportion() -> None:
    assert levels_by_votes({"a": 10, "b": 5, "c": 1, "d": 0}) == {"a": 5, "b": 3, "c": 1, "d": 1}
    assert levels_by_votes({"a": 0}) == {}
