"""Where on the way the firm is present, and whether the journey goes round."""

from typing import Any

import pytest

from journey.critic import Severity
from journey.critic.balance import balance
from journey.model import Language, Zone
from journey.phases import model_of
from tests.builders import a_campaign, a_frame, a_relation, a_touchpoint, a_workshop, an_own_model
from tests.critic.seen import AIDA, found, only


def _cards(*phases: int, **fields: Any) -> list[Any]:
    """Touchpoints t0, t1, … in these phases of article D's model."""
    return [a_touchpoint(f"T{p}", id=f"t{p}", rank=p, phase=AIDA[phase], **fields) for p, phase in enumerate(phases)]


def test_a_journey_that_starts_at_the_purchase_starts_late() -> None:
    finding = only("late-entry", a_workshop(touchpoints=_cards(4, 4, 5)))
    assert (finding.severity, finding.article, finding.phase) == (Severity.HIGH, "B", AIDA[4])
    assert finding.cards == ("t0", "t1")
    assert "3 phases before the purchase (Awareness, Favorability, Consideration), but all 3 touchpoints" in finding.why
    german = only("late-entry", a_workshop(touchpoints=_cards(4, 4, 5)), Language.DE)
    assert german.title == "Alles beginnt erst bei „Wandlung realisieren“"


@pytest.mark.parametrize("phases", [(), (0,), (0, 4), (2, 5)])
def test_who_is_there_before_the_purchase_is_not_late(phases: tuple[int, ...]) -> None:
    assert not found("late-entry", a_workshop(touchpoints=_cards(*phases)))


def test_an_own_model_without_a_phase_before_the_purchase_cannot_be_late() -> None:
    phases = [{"id": f"own.{n}", "name": n, "zone": "during"} for n in "abc"]
    model = an_own_model(id="ours", phases=phases)
    workshop = a_workshop(frame=a_frame(phase_model="ours"), models=[model], touchpoints=[a_touchpoint(phase="own.b")])
    assert not found("late-entry", workshop)
    assert not found("zone-imbalance", workshop)


def test_too_much_in_one_zone_is_out_of_balance() -> None:
    finding = only("zone-imbalance", a_workshop(touchpoints=_cards(0, 0, 1, 1, 2, 4)))
    assert finding.severity is Severity.MEDIUM
    assert finding.title == "Out of balance: 83% of the touchpoints lie in “Before purchase”"
    assert "before the purchase 83%, during it 17%, after it 0%" in finding.why
    assert finding.cards == ("t0", "t1", "t2", "t3", "t4")
    german = only("zone-imbalance", a_workshop(touchpoints=_cards(0, 0, 1, 1, 2, 4)), Language.DE)
    assert "vor dem Kauf 83\u202f%" in german.why


@pytest.mark.parametrize("phases", [(0, 1, 2, 4, 5, 6), (0, 0, 0, 0, 4, 5), (0, 0, 0, 0, 0)])
def test_two_thirds_or_a_handful_of_touchpoints_are_no_imbalance(phases: tuple[int, ...]) -> None:
    assert not found("zone-imbalance", a_workshop(touchpoints=_cards(*phases)))


def test_a_model_with_most_phases_in_a_zone_may_have_most_touchpoints_there() -> None:
    zones = ["before"] * 8 + ["during", "after"]
    phases = [{"id": f"own.{n}", "name": str(n), "zone": zone} for n, zone in enumerate(zones)]
    cards = [a_touchpoint(phase=phase["id"]) for phase in phases]
    workshop = a_workshop(
        frame=a_frame(phase_model="o"), models=[an_own_model(id="o", phases=phases)], touchpoints=cards
    )
    assert not found("zone-imbalance", workshop)


def test_a_sale_with_nothing_after_it_is_found() -> None:
    finding = only("nothing-after-sale", a_workshop(touchpoints=_cards(0, 4)))
    assert (finding.severity, finding.phase, finding.cards, finding.article) == (Severity.HIGH, AIDA[5], ("t1",), "C")
    assert "Touchpoints that sell: 1. Afterwards the firm does nothing: Customer retention, Advocacy" in finding.why
    assert only("nothing-after-sale", a_workshop(touchpoints=_cards(4)), Language.DE).title.startswith(
        "Nach dem Verkauf"
    )


def test_what_people_tell_each_other_is_nothing_that_the_firm_does() -> None:
    told = a_touchpoint(id="told", phase=AIDA[6], channel="word_of_mouth")
    assert "told" in only("nothing-after-sale", a_workshop(touchpoints=[*_cards(4), told])).cards
    cared = a_touchpoint(phase=AIDA[5], channel="email")
    assert not found("nothing-after-sale", a_workshop(touchpoints=[*_cards(4), told, cared]))
    assert not found("nothing-after-sale", a_workshop(touchpoints=_cards(0, 1)))


def test_a_journey_without_a_way_to_the_next_customer_is_no_circle() -> None:
    cards = _cards(0, 4, 6)
    finding = only("no-loop", a_workshop(touchpoints=cards, relations=[a_relation("t2", "t0")]))
    assert (finding.severity, finding.phase, finding.cards) == (Severity.MEDIUM, AIDA[6], ("t2",))
    assert "(touchpoints after the purchase: 1, effects on others: 0)" in finding.why
    assert only("no-loop", a_workshop(touchpoints=cards), Language.DE).title == "Der Kreis schließt sich nicht"


def test_the_circle_closes_by_an_effect_or_by_a_counted_recommendation() -> None:
    cards = _cards(0, 4, 6)
    closed = a_workshop(touchpoints=cards, relations=[a_relation("t2", "t0", next_customer=True)])
    counted = a_workshop(touchpoints=cards, estimates=[{"id": "e", "unasked_recommendations": 4}])
    assert not found("no-loop", closed)
    assert not found("no-loop", counted)
    assert not found("no-loop", a_workshop(touchpoints=_cards(0, 1)))
    none = a_workshop(touchpoints=cards, estimates=[{"id": "e", "unasked_recommendations": 0}])
    assert found("no-loop", none)


def test_the_balance_is_a_value_with_touchpoints_content_and_costs() -> None:
    cards = [*_cards(0, 1, 4), a_touchpoint(phase=AIDA[5], content="Help"), a_touchpoint(phase="gone.phase")]
    campaigns = [
        a_campaign(to_phase=AIDA[1], cost=200),
        a_campaign(to_phase=AIDA[2], cost=50),
        a_campaign(to_phase=AIDA[4]),
    ]
    workshop = a_workshop(touchpoints=cards, campaigns=campaigns)
    shares = balance(workshop, model_of(workshop, Language.EN))
    assert [(shares[z].touchpoints, shares[z].with_content, shares[z].cost) for z in Zone] == [
        (2, 0, 250.0),
        (1, 0, None),
        (1, 1, None),
    ]
    assert [shares[zone].share for zone in Zone] == [0.5, 0.25, 0.25]
    empty = a_workshop()
    assert all(each.share == 0 for each in balance(empty, model_of(empty, Language.EN)).values())
