"""Where people get stuck, and why: what is known of a step is joined and ranked."""

from typing import Any

import pytest

from journey.critic import Examination, Finding, Severity
from journey.critic.transitions import CauseKind, Transition, transitions
from journey.model import Language, PhaseCount, Touchpoint, Workshop
from journey.phases import model_of
from tests.builders import a_campaign, a_count, a_friction, a_phase_note, a_touchpoint, a_workshop
from tests.critic.seen import AIDA, found, only

BOTH = {"traffic_source": "Ads", "call_to_action": "Read on"}
CALLED = [a_campaign(id=f"c{n}", from_phase=AIDA[n], to_phase=AIDA[n + 1], **BOTH) for n in range(6)]
"""A campaign for every step: none is missed."""


def _sound(**special: Any) -> list[Touchpoint]:
    """A touchpoint with content in every phase, t0 to t6; `t3={…}` gives one of them other fields."""
    named = ((f"t{place}", phase) for place, phase in enumerate(AIDA))
    return [
        a_touchpoint(name, **{"id": name, "phase": phase, "content": "x", **special.get(name, {})})
        for name, phase in named
    ]


def _counts(*numbers: int | None, days: tuple[float | None, ...] = ()) -> list[PhaseCount]:
    stays = [*days, *[None] * len(numbers)]
    return [
        a_count(number, AIDA[place], id=f"n{place}", rank=place, days=stays[place])
        for place, number in enumerate(numbers)
        if number is not None
    ]


def _steps(workshop: Workshop) -> tuple[Transition, ...]:
    return transitions(Examination(workshop, model_of(workshop, Language.EN)))


def _causes(workshop: Workshop, place: int) -> list[CauseKind]:
    """The causes of the step into the phase at a place."""
    return [cause.kind for cause in _steps(workshop)[place - 1].causes]


def _sound_workshop(**fields: Any) -> Workshop:
    return a_workshop(**{"touchpoints": _sound(), "campaigns": CALLED, **fields})


def test_a_sound_journey_has_no_cause_and_nobody_gets_stuck() -> None:
    workshop = _sound_workshop(counts=_counts(1000, 500, 250, 125))
    assert [step.causes for step in _steps(workshop)] == [()] * 6
    assert not found("stuck-phase", workshop)


def test_a_step_that_few_take_beyond_chance_is_stuck_even_without_a_map() -> None:
    finding = only("stuck-phase", a_workshop(counts=_counts(1000, 500, 50, 40)))
    assert (finding.severity, finding.phase, finding.cards) == (Severity.HIGH, AIDA[2], ("n1", "n2"))
    assert finding.title == "People get stuck before “Consideration”: the map does not show why"
    assert "Of 500 people in “Favorability” 50 go on, 10% (95% interval: 7.7% to 13%), clearly fewer" in finding.why
    german = only("stuck-phase", a_workshop(counts=_counts(1000, 500, 50, 40)), Language.DE)
    assert "Von 500 Menschen in „Interesse konkretisieren“ gehen 50 weiter" in german.why
    assert german.next.endswith("könnten wir diese Woche fragen?")


@pytest.mark.parametrize("numbers", [(1000, 500, 245), (1000, 500), (12, 3), (10, 20, 30)])
def test_a_step_that_chance_explains_is_not_stuck_by_its_numbers(numbers: tuple[int, ...]) -> None:
    assert not found("stuck-phase", a_workshop(counts=_counts(*numbers)))


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"touchpoints": [t for t in _sound() if t.id != "t2"]}, CauseKind.EMPTY),
        ({"touchpoints": _sound(t2={"emotion": -2})}, CauseKind.HURT),
        ({"touchpoints": _sound(t2={"emotion": -1, "moment_of_truth": True})}, CauseKind.HURT),
        ({"touchpoints": _sound(t2={"emotion": -1})}, CauseKind.MOOD),
        ({"campaigns": CALLED[:2] + CALLED[3:]}, CauseKind.CAMPAIGN),
        ({"touchpoints": _sound(t2={"content": ""})}, CauseKind.CONTENT),
        ({"touchpoints": _sound(t2={"pain_points": "slow\ndear\ndark"})}, CauseKind.PAINS),
    ],
)
def test_each_cause_is_seen_where_it_is_and_gone_with_it(fields: dict[str, Any], cause: CauseKind) -> None:
    assert _causes(_sound_workshop(**fields), 3) == [cause]
    assert _causes(_sound_workshop(), 3) == []
    weak = _sound_workshop(**fields, counts=_counts(1000, 600, 400, 20, 15))
    assert only("stuck-phase", weak).phase == AIDA[3]


def test_hurdles_are_a_cause_before_the_purchase_only() -> None:
    hard = a_friction(id="f", clicks=20)
    workshop = _sound_workshop(frictions=[hard])
    assert [_causes(workshop, place) for place in range(1, 7)] == [[], [], [], [CauseKind.FRICTION], [], []]
    assert not _causes(_sound_workshop(frictions=[a_friction(clicks=2)]), 4)


def test_a_bad_feeling_keeps_people_from_going_on_not_from_coming() -> None:
    workshop = _sound_workshop(touchpoints=_sound(t2={"emotion": -1}))
    assert [_causes(workshop, place) for place in (2, 3)] == [[], [CauseKind.MOOD]]


def test_a_bad_feeling_at_the_purchase_itself_keeps_people_from_it() -> None:
    workshop = _sound_workshop(touchpoints=_sound(t4={"emotion": -1}))
    assert [_causes(workshop, place) for place in (3, 4, 5)] == [[], [CauseKind.MOOD], [CauseKind.MOOD]]


def test_a_note_of_the_phase_is_content_too() -> None:
    bare = _sound(t2={"content": ""})
    noted = _sound_workshop(touchpoints=bare, phase_notes=[a_phase_note(phase=AIDA[2], content="A guide")])
    assert _causes(noted, 3) == []


def _three_signs(**fields: Any) -> Workshop:
    bad = {"emotion": -1, "content": ""}
    return _sound_workshop(touchpoints=_sound(t2=bad), campaigns=CALLED[:2] + CALLED[3:], **fields)


def test_several_signs_count_where_there_are_no_numbers() -> None:
    finding = only("stuck-phase", _three_signs())
    assert (finding.severity, finding.phase, finding.cards) == (Severity.MEDIUM, AIDA[3], ("t2",))
    assert finding.title.endswith(": “t2” feels bad")
    assert finding.why.startswith("How many people go on from “Consideration” is not counted, but the signs agree.")
    said = [finding.why.index(words) for words in ("is felt as: Bad (−1)", "No campaign with", "No content is noted")]
    assert said == sorted(said)
    assert finding.next == "What exactly is wrong at “t2”, and does it keep people from “Intent to purchase”?"
    assert "Anzeichen" in only("stuck-phase", _three_signs(), Language.DE).why


def test_where_counts_rise_it_is_said_that_the_numbers_judge_nothing() -> None:
    finding = only("stuck-phase", _three_signs(counts=_counts(40, 30, 20, 60)))
    assert finding.why.startswith("More people are counted in “Intent to purchase” (60) than in “Consideration” (20)")
    assert "not counted" not in finding.why


def test_signs_that_nobody_feels_are_no_stuck_phase() -> None:
    unfelt = _sound(t2={"content": "", "pain_points": "a\nb\nc"})
    assert not found("stuck-phase", _sound_workshop(touchpoints=unfelt, campaigns=CALLED[:2] + CALLED[3:]))


def test_too_few_cases_are_said_and_enough_good_ones_acquit() -> None:
    few = only("stuck-phase", _three_signs(counts=_counts(40, 25, 12, 9)))
    assert (
        "Going on from “Consideration”: 9 of 12. These are too few cases for a verdict, but the signs agree." in few.why
    )
    assert not found("stuck-phase", _three_signs(counts=_counts(4000, 2000, 1000, 500)))


def _staying(*days: float | None) -> list[Finding]:
    bad = _sound(t2={"content": ""})
    return found("stuck-phase", _sound_workshop(touchpoints=bad, counts=_counts(20, 15, 12, 9, days=days)))


def test_a_long_stay_with_a_visible_reason_is_stuck() -> None:
    (finding,) = _staying(3.0, 5.0, 21.5, 4.0)
    assert "Time spent in “Consideration” in days: 21.5, elsewhere: 4." in finding.why
    assert finding.severity is Severity.MEDIUM
    assert not _staying(3.0, 5.0, 7.5, 4.0)
    assert not _staying(None, None, 21.5, None)
    assert not _staying()


def test_a_step_over_phases_that_nobody_counted_is_one_step() -> None:
    workshop = _sound_workshop(touchpoints=[t for t in _sound() if t.id != "t2"])
    counted = workshop.with_collection("counts", _counts(1000, 600, None, 20, 15))
    step = _steps(counted)[2]
    assert (step.previous, step.phase, step.weakest) == (AIDA[1], AIDA[3], True)
    assert [cause.kind for cause in step.causes] == [CauseKind.EMPTY]


def test_causes_come_likeliest_first() -> None:
    fields = {"emotion": -2, "pain_points": "a\nb\nc", "content": ""}
    workshop = a_workshop(touchpoints=_sound(t3=fields)[:4], frictions=[a_friction(clicks=50)])
    kinds = _causes(workshop, 4)
    assert kinds == sorted(kinds, key=list(CauseKind).index)
    assert kinds[:3] == [CauseKind.EMPTY, CauseKind.HURT, CauseKind.FRICTION]
