"""The map beside the event log: what nobody did, what nobody drew, and what the team expected."""

from typing import Any

import pytest
from hypothesis import given

from journey.critic import Severity
from journey.model import Language, Workshop
from tests.builders import a_count, a_guess, a_touchpoint, a_workshop, an_activity
from tests.critic.seen import AIDA, found, only
from tests.strategies import workshops


def _log(**cases: int) -> list[Any]:
    return [
        an_activity(name, id=f"a{place}", rank=place, events=count * 2, cases=count)
        for place, (name, count) in enumerate(cases.items())
    ]


def test_a_touchpoint_that_nobody_visited_is_found() -> None:
    cards = [
        a_touchpoint("Newsletter", id="mail"),
        a_touchpoint("Price calculator", id="prices", rank=1, channel="website"),
    ]
    cards += [a_touchpoint("Blog", id="blog", rank=2)]
    workshop = a_workshop(touchpoints=cards, activities=_log(newsletter=40, blog=30))
    finding = only("never-in-log", workshop)
    assert (finding.severity, finding.cards, finding.phase) == (Severity.LOW, ("prices",), "")
    assert finding.title == "One touchpoint never occurs in the event log"
    assert "(2) belongs to: Price calculator. Measurable or online touchpoints: 3." in finding.why
    assert only("never-in-log", workshop, Language.DE).title.startswith("Ein Touchpoint kommt")


def test_more_than_half_unseen_weighs_medium() -> None:
    cards = [a_touchpoint(title, rank=place) for place, title in enumerate(("Newsletter", "Blog", "Shop"))]
    assert only("never-in-log", a_workshop(touchpoints=cards, activities=_log(shop=5))).severity is Severity.MEDIUM


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, False),
        ({"channel": "website"}, True),
        ({"channel": "phone"}, False),
        ({"channel": "phone", "setting": "online"}, True),
        ({"channel": "website", "measurability": "not"}, False),
        ({"channel": "website", "measurability": "hardly"}, False),
        ({"channel": "website", "setting": "offline"}, False),
        ({"setting": "offline", "measurability": "measurable"}, True),
        ({"channel": "website", "state": "to_be"}, False),
    ],
)
def test_only_what_a_log_could_see_today_is_missed(fields: dict[str, Any], told: bool) -> None:
    cards = [a_touchpoint("Shop", rank=1), a_touchpoint("Offer", id="poster", rank=2, **fields)]
    findings = found("never-in-log", a_workshop(touchpoints=cards, activities=_log(shop=5)))
    assert [finding.cards for finding in findings] == ([("poster",)] if told else [])


def test_without_a_counted_log_nothing_is_missed() -> None:
    uncounted = [an_activity("other"), an_activity("none", events=0, cases=0)]
    for activities in ([], uncounted):
        workshop = a_workshop(touchpoints=[a_touchpoint("Shop")], activities=activities)
        assert not found("never-in-log", workshop)
        assert not found("missing-on-map", workshop)


def test_a_card_with_the_title_of_one_that_was_seen_is_not_missed() -> None:
    twins = [a_touchpoint("Call", rank=1), a_touchpoint("call", rank=2)]
    assert not found("never-in-log", a_workshop(touchpoints=twins, activities=_log(Call=5)))
    apart = [a_touchpoint("Call", rank=1), a_touchpoint("Call", rank=2, phase=AIDA[2])]
    unclear = a_workshop(touchpoints=apart, activities=_log(call=5))
    assert not found("never-in-log", unclear)
    assert not found("missing-on-map", unclear), "it is on the map, only nobody said where"


def test_a_frequent_activity_that_nobody_drew_is_found() -> None:
    workshop = a_workshop(
        touchpoints=[a_touchpoint("Shop")],
        activities=_log(shop=1000, delivery_question=150, complaint=400, typo=99),
    )
    finding = only("missing-on-map", workshop)
    assert (finding.severity, finding.cards) == (Severity.MEDIUM, ("a2", "a1"))
    assert finding.title == "2 frequent activities are missing on the map"
    assert "no phase: complaint; delivery_question. Customers with the most frequent of them: 400" in finding.why
    assert "of all: 1,000)" in finding.why


@pytest.mark.parametrize("settled", [{"ignored": True}, {"touchpoint": "shop"}, {"phase": AIDA[1]}])
def test_an_activity_that_somebody_settled_is_not_missing(settled: dict[str, Any]) -> None:
    shop = a_touchpoint("Shop", id="shop")
    complaint = an_activity("complaint", events=5, cases=5, **settled)
    workshop = a_workshop(touchpoints=[shop], activities=[*_log(shop=9), complaint])
    assert not found("missing-on-map", workshop)
    gone = a_workshop(
        touchpoints=[shop], activities=[*_log(shop=9), complaint.model_copy(update={"touchpoint": "gone"})]
    )
    assert bool(found("missing-on-map", gone)) == ("touchpoint" in settled)


def test_a_new_count_opens_an_answered_finding_again() -> None:
    one, other = (only("missing-on-map", a_workshop(activities=_log(complaint=cases))) for cases in (5, 6))
    same = only("missing-on-map", a_workshop(activities=_log(complaint=5)))
    assert one.evidence == same.evidence != other.evidence


def _guessed(*shares: float, reached: int = 120, people: int = 1000) -> Workshop:
    guesses = [a_guess(share, AIDA[1], author=f"P{place}", rank=place) for place, share in enumerate(shares)]
    return a_workshop(counts=[a_count(people, AIDA[0]), a_count(reached, AIDA[1])], guesses=guesses)


def test_the_step_that_the_team_misjudged_is_found() -> None:
    finding = only("misjudged-step", _guessed(40, 50))
    assert (finding.severity, finding.phase, finding.article) == (Severity.LOW, AIDA[1], "A")
    assert finding.why.startswith(
        "The team was too hopeful by 33 percentage points. The guess was 45% (median; guesses: 2)"
    )
    assert only("misjudged-step", _guessed(5, reached=600)).why.startswith("The team expected 55 percentage points too")


@pytest.mark.parametrize("workshop", [_guessed(), _guessed(31), _guessed(40, reached=1, people=5), a_workshop()])
def test_a_near_guess_or_too_few_cases_are_no_misjudgement(workshop: Workshop) -> None:
    assert not found("misjudged-step", workshop)


@given(workshops())
def test_a_log_whose_activities_are_set_aside_misses_nothing(workshop: Workshop) -> None:
    aside = [activity.model_copy(update={"ignored": True}) for activity in workshop.activities]
    assert not found("missing-on-map", workshop.with_collection("activities", aside))
