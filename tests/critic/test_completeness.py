"""How far phases are filled in: the bars say exactly what the rules about it would say card by card."""

from hypothesis import given

from journey.critic import About, findings
from journey.critic.completeness import AskedField, Completeness, PhasePart, completeness
from journey.model import Answer, Campaign, Language, Touchpoint, Workshop
from journey.phases import model_of
from tests.builders import a_campaign, a_friction, a_relation, a_touchpoint, a_workshop
from tests.critic.seen import AIDA
from tests.critic.test_findings import ANY


def _by_phase(workshop: Workshop) -> dict[str, Completeness]:
    return {each.phase: each for each in completeness(workshop, model_of(workshop, Language.EN))}


def test_every_phase_says_how_much_of_what_is_asked_it_holds() -> None:
    cards = [
        a_touchpoint(id="full", phase=AIDA[1], emotion=1, content="A guide", channel="email"),
        a_touchpoint(id="bare", rank=1, phase=AIDA[1]),
    ]
    told = _by_phase(a_workshop(touchpoints=cards, relations=[a_relation("full", "bare")]))
    assert list(told) == AIDA
    assert told[AIDA[0]].parts == ()
    assert told[AIDA[1]].parts == (
        PhasePart(AskedField.EMOTION, 1, 2, ("bare",)),
        PhasePart(AskedField.CONTENT, 1, 2, ("bare",)),
        PhasePart(AskedField.CHANNEL, 1, 2, ("bare",)),
        PhasePart(AskedField.EFFECT, 2, 2, ()),
    )
    assert (told[AIDA[1]].filled, told[AIDA[1]].wanted) == (5, 8)
    assert told[AIDA[1]].lacking == {"bare": (AskedField.EMOTION, AskedField.CONTENT, AskedField.CHANNEL)}


def test_a_campaign_is_asked_for_source_and_action_where_it_leads_to() -> None:
    half = a_campaign(id="c", from_phase=AIDA[0], to_phase=AIDA[2], traffic_source="Ads", call_to_action="")
    told = _by_phase(a_workshop(campaigns=[half]))
    assert told[AIDA[2]].lacking == {"c": (AskedField.ACTION,)}
    assert not told[AIDA[0]].parts


def test_hurdles_are_asked_for_where_people_buy() -> None:
    purchase = next(phase for phase in AIDA if "conversion" in phase)
    shop = [a_touchpoint(phase=purchase)]
    begun = [a_friction(id="check", clicks=3, hidden_costs=Answer.NO)]
    assert PhasePart(AskedField.HURDLES, 0, 5, ()) in _by_phase(a_workshop(touchpoints=shop))[purchase].parts
    counted = _by_phase(a_workshop(touchpoints=shop, frictions=begun))[purchase].parts
    assert PhasePart(AskedField.HURDLES, 3, 5, ("check",)) in counted


@given(ANY)
def test_the_bars_hold_exactly_the_cards_that_the_rules_about_it_name(workshop: Workshop) -> None:
    model = model_of(workshop, Language.EN)
    told = completeness(workshop, model)
    unfilled = [each for each in findings(workshop, Language.EN) if each.about is About.UNFILLED]
    named = {card for each in unfilled if each.rule != "friction-unknown" or each.phase for card in each.cards}
    lost = {card for card in named if _place(workshop, card) not in {*(phase.id for phase in model.phases), None}}
    assert {card for each in told for card in each.lacking} == named - lost
    for each in told:
        assert 0 <= each.filled <= each.wanted
        assert all(part.filled < part.wanted for part in each.parts if part.lacking)


def _place(workshop: Workshop, card: str) -> str | None:
    found = workshop.find(card)
    if isinstance(found, Touchpoint):
        return found.phase
    return found.to_phase if isinstance(found, Campaign) else None
