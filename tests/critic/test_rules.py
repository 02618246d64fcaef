"""Every rule fires on what it is about, and keeps quiet otherwise."""

from typing import Any

import pytest

from journey.critic import RULES, Finding, Severity, findings
from journey.model import Language, Workshop
from journey.phases import model_of
from tests.builders import (
    a_campaign,
    a_count,
    a_persona,
    a_phase_note,
    a_touchpoint,
    a_workshop,
    an_opportunity,
)

PHASES = [phase.id for phase in model_of(a_workshop(), Language.EN).phases]


def _journey(*emotions: int | None, **fields: Any) -> list[Any]:
    """Touchpoints t0, t1, … of one phase with these emotions."""
    named = enumerate(emotions)
    return [a_touchpoint(f"T{p}", id=f"t{p}", rank=p, emotion=e, **fields) for p, e in named]


def _found(rule: str, workshop: Workshop) -> list[Finding]:
    return [finding for finding in findings(workshop, Language.EN) if finding.rule == rule]


def _only(rule: str, workshop: Workshop) -> Finding:
    (finding,) = _found(rule, workshop)
    return finding


def test_an_empty_workshop_has_nothing_to_criticise() -> None:
    assert findings(a_workshop(), Language.EN) == ()


@pytest.mark.parametrize(("emotion", "severity"), [(-2, Severity.HIGH), (-1, Severity.MEDIUM)])
def test_a_bad_emotion_is_a_low(emotion: int, severity: Severity) -> None:
    finding = _only("emotion-low", a_workshop(touchpoints=_journey(1, emotion, pain_points="slow\ndear")))
    assert (finding.severity, finding.cards, finding.phase) == (severity, ("t1",), PHASES[0])
    assert finding.title == "“T1” feels bad"
    assert "Affected: everyone. Pain points noted: 2." in finding.why
    assert f"(−{-emotion})" in finding.why


@pytest.mark.parametrize("emotion", [None, 0, 2])
def test_an_emotion_that_is_not_bad_is_no_low(emotion: int | None) -> None:
    assert not _found("emotion-low", a_workshop(touchpoints=_journey(emotion)))


def test_a_low_names_the_personas_that_suffer_and_only_those_it_matters_to() -> None:
    own = [{"persona": "alma", "emotion": -1}, {"persona": "zoe", "emotion": -2}]
    people = [a_persona("Alma", id="alma"), a_persona("Ben", id="ben"), a_persona("Zoe", id="zoe")]
    card = a_touchpoint("Till", personas=["alma", "ben"], emotion=1, persona_emotions=own)
    finding = _only("emotion-low", a_workshop(personas=people, touchpoints=[card]))
    assert finding.severity is Severity.MEDIUM
    assert "Affected: Alma." in finding.why


def test_a_moment_of_truth_that_fails_weighs_more_and_is_said_once() -> None:
    workshop = a_workshop(touchpoints=_journey(-1, moment_of_truth=True))
    assert _only("decisive-low", workshop).severity is Severity.HIGH
    assert not _found("emotion-low", workshop)
    assert not _found("decisive-low", a_workshop(touchpoints=_journey(0, moment_of_truth=True)))


def test_a_card_of_the_future_is_not_judged_today() -> None:
    planned = a_touchpoint("Later", emotion=-2, state="to_be")
    today = a_touchpoint("Now", emotion=1)
    assert not _found("emotion-low", a_workshop(touchpoints=[today, planned]))
    assert _found("emotion-low", a_workshop(touchpoints=[planned]))


@pytest.mark.parametrize(
    ("curve", "cards"),
    [
        ((2, 0, 1), ("t1",)),
        ((2, 0, 0, 1), ("t1", "t2")),
        ((2, 0, None, 1), ("t1",)),
        ((1, 0, 1), None),
        ((2, 0), None),
        ((0, 2), None),
        ((2, -1, 2), None),
        ((2, 1, 0), None),
    ],
)
def test_a_dip_lies_between_better_moments(curve: tuple[int | None, ...], cards: tuple[str, ...] | None) -> None:
    found = _found("emotion-dip", a_workshop(touchpoints=_journey(*curve)))
    assert [finding.cards for finding in found] == ([cards] if cards else [])
    assert all(finding.severity is Severity.LOW for finding in found)


def test_a_dip_of_one_persona_names_it() -> None:
    cards = [
        *_journey(2),
        a_touchpoint("Form", id="form", rank=1, emotion=2, persona_emotions=[{"persona": "ben", "emotion": 0}]),
        a_touchpoint("Shop", rank=2, emotion=2),
    ]
    people = [a_persona("Alma", id="alma"), a_persona("Ben", id="ben")]
    finding = _only("emotion-dip", a_workshop(personas=people, touchpoints=cards))
    assert finding.cards == ("form",)
    assert "Affected: Ben." in finding.why


def test_what_is_bad_for_somebody_is_a_low_and_no_dip_as_well() -> None:
    own = [{"persona": "ben", "emotion": -1}]
    people = [a_persona("Alma", id="alma"), a_persona("Ben", id="ben")]
    middle = a_touchpoint("Form", rank=1, emotion=0, persona_emotions=own)
    workshop = a_workshop(personas=people, touchpoints=[*_journey(2), middle, a_touchpoint(rank=2, emotion=2)])
    assert _found("emotion-low", workshop)
    assert not _found("emotion-dip", workshop)


def test_a_low_that_matters_to_one_of_two_personas_names_it() -> None:
    people = [a_persona("Alma", id="alma"), a_persona("Ben", id="ben")]
    workshop = a_workshop(personas=people, touchpoints=_journey(-1, personas=["ben"]))
    assert "Affected: Ben." in _only("emotion-low", workshop).why


def test_what_delights_is_a_strength_of_its_phase() -> None:
    cards = [*_journey(2, 2, 1), a_touchpoint("Other", phase=PHASES[4], emotion=2)]
    first, second = _found("emotion-high", a_workshop(touchpoints=cards))
    assert first.severity is second.severity is Severity.STRENGTH
    assert (first.cards, first.phase, second.phase) == (("t0", "t1"), PHASES[0], PHASES[4])
    assert first.title == "Strengths in “Awareness”: T0; T1"


def test_what_one_persona_loves_and_another_hates_is_no_strength() -> None:
    own = [{"persona": "ben", "emotion": -1}]
    people = [a_persona("Alma", id="alma"), a_persona("Ben", id="ben")]
    card = a_touchpoint("Till", emotion=2, persona_emotions=own)
    assert not _found("emotion-high", a_workshop(personas=people, touchpoints=[card]))


def test_touchpoints_without_a_score_are_counted() -> None:
    finding = _only("unscored", a_workshop(touchpoints=_journey(1, None, 0, 0)))
    assert (finding.severity, finding.cards) == (Severity.LOW, ("t1",))
    assert "1 of 4 touchpoints (25%)" in finding.why
    assert finding.title.startswith("One touchpoint")
    assert _only("unscored", a_workshop(touchpoints=_journey(1, None, None))).severity is Severity.MEDIUM
    assert not _found("unscored", a_workshop(touchpoints=_journey(1, 0)))


def test_a_score_of_one_persona_is_a_score() -> None:
    card = a_touchpoint(persona_emotions=[{"persona": "ben", "emotion": 0}])
    assert not _found("unscored", a_workshop(personas=[a_persona(id="ben")], touchpoints=[card]))


def test_phases_without_touchpoints_weigh_more_between_others() -> None:
    cards = [a_touchpoint(phase=phase) for phase in (PHASES[1], PHASES[3])]
    found = _found("empty-phases", a_workshop(touchpoints=cards))
    assert [finding.phase for finding in found] == [PHASES[2], PHASES[0], PHASES[4]]
    assert [finding.severity for finding in found] == [Severity.HIGH, Severity.MEDIUM, Severity.MEDIUM]
    assert found[0].title == "No touchpoint in “Consideration”"
    assert "2 of 7 phases" in found[0].why
    assert found[2].title == "No touchpoint in 3 phases, from “Conversion” to “Advocacy”"
    full = a_workshop(touchpoints=[a_touchpoint(phase=phase) for phase in PHASES])
    assert not _found("empty-phases", full)


def test_a_phase_that_is_only_planned_is_empty_today_and_says_so() -> None:
    cards = [a_touchpoint(), a_touchpoint(id="later", phase=PHASES[1], state="to_be")]
    finding = _only("empty-phases", a_workshop(touchpoints=cards))
    assert (finding.phase, finding.cards) == (PHASES[1], ("later",))
    assert "(planned: 1)" in finding.why


def test_a_phase_without_content_is_found_unless_its_note_or_a_card_has_some() -> None:
    bare = a_workshop(touchpoints=_journey(0, 0))
    finding = _only("phase-without-content", bare)
    assert (finding.phase, finding.cards) == (PHASES[0], ("t0", "t1"))
    noted = a_workshop(touchpoints=_journey(0), phase_notes=[a_phase_note(content="A guide")])
    filled = a_workshop(touchpoints=[*_journey(0), a_touchpoint(content="A guide")])
    assert not _found("phase-without-content", noted)
    assert not _found("phase-without-content", filled)


def test_whether_touchpoints_that_name_nobody_are_meant_for_all_is_asked_once_there_are_two_personas() -> None:
    people = [a_persona("Alma", id="alma"), a_persona("Ben", id="ben")]
    cards = [
        a_touchpoint(id="a", personas=["alma"]),
        a_touchpoint(id="b", rank=1),
        a_touchpoint(id="c", rank=2, personas=["gone"]),
    ]
    finding = _only("meant-for-all", a_workshop(personas=people, touchpoints=cards))
    assert (finding.cards, finding.severity) == (("b", "c"), Severity.LOW)
    assert finding.title == "2 touchpoints are for all personas"
    assert "67% of the touchpoints (2 of 3)" in finding.why
    assert not _found("meant-for-all", a_workshop(touchpoints=cards))
    assert not _found("meant-for-all", a_workshop(personas=people[:1], touchpoints=cards))
    assert not _found("meant-for-all", a_workshop(personas=people, touchpoints=cards[:1]))


def test_cards_in_phases_that_the_model_does_not_have_are_found_together() -> None:
    workshop = a_workshop(
        touchpoints=[a_touchpoint(id="t", phase="gone.phase"), a_touchpoint()],
        opportunities=[an_opportunity(id="o", phase="gone.phase")],
        campaigns=[a_campaign(id="c", to_phase="gone.phase")],
        counts=[a_count(3, id="n", phase="gone.phase")],
    )
    finding = _only("unplaced", workshop)
    assert finding.severity is Severity.HIGH
    assert set(finding.cards) == {"t", "o", "c", "n"}
    assert finding.why.startswith("1 touchpoint, 1 campaign, 1 count and 1 opportunity,")
    assert not _found("unplaced", a_workshop(touchpoints=_journey(0)))


def _counted(*counts: int, period: str = "") -> list[Any]:
    pairs = enumerate(zip(PHASES, counts, strict=False))
    return [a_count(n, phase=phase, period=period, rank=p, id=f"n{period}{p}") for p, (phase, n) in pairs]


def test_the_weakest_step_is_named_with_its_interval() -> None:
    finding = _only("weakest-step", a_workshop(counts=_counted(1000, 500, 245)))
    assert (finding.phase, finding.severity, finding.cards) == (PHASES[2], Severity.MEDIUM, ("n1", "n2"))
    assert "Of 500 people 245 go on, which is 49%" in finding.why
    assert "95% interval: 45% to 53%" in finding.why


def test_a_weakest_step_beyond_chance_is_a_stuck_phase_instead() -> None:
    clear = a_workshop(counts=_counted(1000, 500, 50, 40))
    assert not _found("weakest-step", clear)
    assert _only("stuck-phase", clear).severity is Severity.HIGH
    assert _only("weakest-step", a_workshop(counts=_counted(1000, 500))).severity is Severity.MEDIUM


def test_too_few_cases_are_said_plainly() -> None:
    workshop = a_workshop(counts=_counted(12, 3))
    finding = _only("too-few-cases", workshop)
    assert finding.severity is Severity.LOW
    assert "of 12 people 3 go on, 25%" in finding.why
    assert not _found("weakest-step", workshop)
    assert not _found("too-few-cases", a_workshop(counts=_counted(1000, 500)))


@pytest.mark.parametrize("counts", [(), (5,), (0, 0), (10, 20, 30)])
def test_counts_without_a_falling_step_give_no_finding(counts: tuple[int, ...]) -> None:
    assert not findings(a_workshop(counts=_counted(*counts)), Language.EN)


def test_the_newest_period_is_the_one_that_is_judged() -> None:
    older, newer = _counted(1000, 10, period="Q1"), _counted(1000, 900, period="Q2")
    later = [count.model_copy(update={"rank": count.rank + 10}) for count in newer]
    assert "Of 1,000 people 900" in _only("weakest-step", a_workshop(counts=[*older, *later])).why


def test_every_rule_has_a_name_of_its_own_and_an_article() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert {rule.article for rule in RULES} <= set("ABCDE")
