"""Campaigns lead up one phase at a time, from somewhere and to a deed."""

from typing import Any

import pytest

from journey.critic import Severity
from journey.model import Campaign, Language, Workshop, Zone
from tests.builders import a_campaign, a_frame, a_touchpoint, a_workshop, an_own_model
from tests.critic.seen import AIDA, FANS, fans, found, only

BOTH = {"traffic_source": "Ads", "call_to_action": "Read on"}


def _way(start: int, end: int, **fields: Any) -> Campaign:
    """A complete campaign in article A's model, phases counted from 1 as the article does."""
    fields = {"id": "c", "from_phase": FANS[start - 1], "to_phase": FANS[end - 1], **BOTH, **fields}
    return a_campaign(**fields)


def _brand(*campaigns: Campaign) -> Workshop:
    return fans(frame=a_frame(phase_model="stranger-to-fan", well_known_brand=True), campaigns=campaigns)


@pytest.mark.parametrize(("end", "severity"), [(4, Severity.MEDIUM), (5, Severity.HIGH)])
def test_a_campaign_that_skips_phases_is_a_jump(end: int, severity: Severity) -> None:
    finding = only("jump", fans(campaigns=[_way(2, end)]))
    assert (finding.severity, finding.article, finding.phase) == (severity, "A", FANS[end - 1])
    assert finding.cards == ("c",)


def test_a_jump_names_what_is_passed_over() -> None:
    there = a_touchpoint(phase=FANS[2])
    workshop = fans(campaigns=[_way(2, 4)], touchpoints=[there])
    assert only("jump", workshop).title == "“Autumn offer” leaps over a phase"
    assert "Contact" in only("jump", workshop).why
    assert "(touchpoints there: 1)" in only("jump", workshop).why
    german = only("jump", workshop, Language.DE)
    assert german.title == "„Autumn offer“ überspringt eine Phase"
    assert german.next.startswith("Was brauchen Menschen zwischen „Engagement“ und „Commitment“")


@pytest.mark.parametrize(("start", "end"), [(1, 2), (6, 7), (3, 3), (5, 2)])
def test_one_step_up_or_none_is_no_jump(start: int, end: int) -> None:
    assert not found("jump", fans(campaigns=[_way(start, end)]))


def test_a_well_known_brand_may_jump_more_easily() -> None:
    assert only("jump", _brand(_way(2, 4))).severity is Severity.LOW
    assert only("jump", _brand(_way(2, 5))).severity is Severity.MEDIUM
    assert "well-known brand is forgiven" in only("jump", _brand(_way(2, 4))).why
    assert only("ad-to-main-offer", _brand(_way(1, 6))).severity is Severity.MEDIUM


def test_a_campaign_in_phases_that_are_gone_is_left_to_the_rule_about_them() -> None:
    workshop = a_workshop(campaigns=[a_campaign(to_phase="gone.phase", **BOTH)])
    assert not found("jump", workshop)
    assert not found("backward-campaign", workshop)
    assert found("unplaced", workshop)


def test_from_the_first_sight_to_the_main_offer_is_a_case_of_its_own() -> None:
    to_six, to_four = (only("ad-to-main-offer", fans(campaigns=[_way(1, end)])) for end in (6, 4))
    assert to_six.severity is to_four.severity is Severity.HIGH
    assert "straight to “Purchase”, where the main offer waits. Phases passed over: 4." in to_six.why
    assert "straight to “Commitment”: an offer to buy before anybody knows you" in to_four.why
    assert not found("jump", fans(campaigns=[_way(1, 6)]))


def test_the_main_price_at_first_sight_is_the_same_case_without_a_leap() -> None:
    asking = fans(campaigns=[_way(1, 2, ask="main_price")])
    assert "already asks people who have just noticed you for the main price" in only("ad-to-main-offer", asking).why
    assert "vollen Preis" in only("ad-to-main-offer", asking, Language.DE).why
    assert not found("ad-to-main-offer", fans(campaigns=[_way(1, 2, ask="attention")]))
    assert not found("ad-to-main-offer", fans(campaigns=[_way(2, 6, ask="main_price")]))
    assert found("jump", fans(campaigns=[_way(1, 3)]))


def test_no_phase_lies_between_in_a_model_without_one() -> None:
    model = an_own_model("See", "Buy", "Use", id="own")
    phases = [phase.model_copy(update={"zone": zone}) for phase, zone in zip(model.phases, Zone, strict=True)]
    own = model.model_copy(update={"phases": tuple(phases)})
    campaign = a_campaign(from_phase="own.0", to_phase="own.1", ask="main_price", **BOTH)
    workshop = a_workshop(frame=a_frame(phase_model="own"), models=[own], campaigns=[campaign])
    assert not found("ad-to-main-offer", workshop)


def test_one_campaign_over_more_than_two_steps_is_meant_to_do_everything() -> None:
    finding = only("one-campaign-for-everything", fans(campaigns=[_way(2, 5)]))
    assert finding.severity is Severity.HIGH
    assert "over 3 of 7 steps, from “Engagement” to “Excitement”; other campaigns on this way: 0." in finding.why
    assert finding.next.endswith("just from “Engagement” to “Contact”?")
    assert "3 von 7 Übergängen" in only("one-campaign-for-everything", fans(campaigns=[_way(2, 5)]), Language.DE).why
    assert not found("one-campaign-for-everything", fans(campaigns=[_way(2, 4)]))


def test_one_campaign_for_everything_weighs_less_where_others_help() -> None:
    helped = fans(campaigns=[_way(1, 8), _way(3, 4, id="other")])
    assert only("one-campaign-for-everything", helped).severity is Severity.MEDIUM
    aside = fans(campaigns=[_way(1, 5), _way(5, 6, id="other")])
    assert only("one-campaign-for-everything", aside).severity is Severity.HIGH


def test_all_steps_of_a_short_model_are_everything_too() -> None:
    own = an_own_model(id="own")
    campaign = a_campaign(from_phase="own.0", to_phase="own.2", **BOTH)
    assert only(
        "one-campaign-for-everything",
        a_workshop(frame=a_frame(phase_model="own"), models=[own], campaigns=[campaign]),
    )


def test_neighbouring_steps_without_a_campaign_are_found_together() -> None:
    workshop = fans(campaigns=[_way(3, 4)])
    first, second = found("transition-without-campaign", workshop)
    assert first.title == "No campaign for 2 steps, from “Attention” to “Contact”"
    assert second.title == "No campaign for 4 steps, from “Commitment” to “Promotion”"
    assert (first.phase, second.phase) == (FANS[1], FANS[4])
    assert "1 of 7 steps have a campaign" in first.why
    german = found("transition-without-campaign", workshop, Language.DE)[0]
    assert german.title == "Keine Kampagne für 2 Übergänge, von „Aufmerksamkeit“ bis „Kontakt“"


def test_a_campaign_that_lacks_a_part_leads_nobody_yet() -> None:
    steps = [_way(place, place + 1, id=f"c{place}") for place in range(1, 8)]
    assert not found("transition-without-campaign", fans(campaigns=steps))
    steps[2] = _way(3, 4, id="c3", traffic_source="")
    finding = only("transition-without-campaign", fans(campaigns=steps))
    assert finding.title == "No campaign leads from “Contact” to “Commitment”"
    assert finding.cards == ("c3",)
    assert "incomplete: 1" in finding.why


def test_campaigns_are_missed_only_once_there_is_a_map() -> None:
    assert not found("transition-without-campaign", a_workshop())
    assert only("transition-without-campaign", a_workshop(touchpoints=[a_touchpoint()])).phase == AIDA[1]


@pytest.mark.parametrize(
    ("field", "rule"), [("traffic_source", "campaign-without-source"), ("call_to_action", "campaign-without-action")]
)
def test_both_parts_of_a_campaign_are_asked_for(field: str, rule: str) -> None:
    whole, part = _way(1, 2), _way(2, 3, id="part", **{field: ""})
    finding = only(rule, fans(campaigns=[whole, part]))
    assert (finding.cards, finding.severity) == (("part",), Severity.MEDIUM)
    assert "1 of 2 campaigns" in finding.why
    assert "1 von 2 Kampagnen" in only(rule, fans(campaigns=[whole, part]), Language.DE).why
    assert not found(rule, fans(campaigns=[whole]))


@pytest.mark.parametrize("end", [1, 3])
def test_a_campaign_that_leads_back_or_nowhere_is_found(end: int) -> None:
    finding = only("backward-campaign", fans(campaigns=[_way(3, end)]))
    assert finding.cards == ("c",)
    assert "from “Contact” to" in finding.why
    assert "führt niemanden weiter" in only("backward-campaign", fans(campaigns=[_way(3, end)]), Language.DE).title
    assert not found("backward-campaign", fans(campaigns=[_way(3, 4)]))
