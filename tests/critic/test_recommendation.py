"""Delighted customers who were never asked."""

from typing import Any

import pytest

from journey.critic import Severity
from journey.critic.recommendation import Delight, delighted
from journey.model import Language
from journey.phases import model_of
from tests.builders import a_campaign, a_persona, a_touchpoint, a_workshop
from tests.critic.seen import AIDA, FANS, fans, found, only


def _happy(**fields: Any) -> Any:
    return a_touchpoint("Unpacking", **{"id": "box", "phase": AIDA[5], "emotion": 2, **fields})


def test_delighted_customers_who_are_never_asked_are_found() -> None:
    people = [a_persona("Alma", id="alma"), a_persona("Ben", id="ben")]
    card = _happy(personas=["alma", "ben"], persona_emotions=[{"persona": "ben", "emotion": 0}])
    workshop = a_workshop(personas=people, touchpoints=[card])
    finding = only("never-asked", workshop)
    assert (finding.severity, finding.cards, finding.phase, finding.article) == (
        Severity.MEDIUM,
        ("box",),
        AIDA[6],
        "A",
    )
    assert finding.why.startswith("Delighted after the purchase: Alma (touchpoints: 1).")
    assert only("never-asked", workshop, Language.DE).title == "Begeisterte werden nie gefragt"
    assert delighted(workshop, model_of(workshop, Language.EN)) == (Delight("box", ("alma",)),)


def test_fans_who_recommend_unasked_are_found_by_their_number() -> None:
    workshop = a_workshop(estimates=[{"id": "e", "unasked_recommendations": 7, "asked_recommendations": 0}])
    assert "Recommendations unasked: 7, on request: 0." in only("never-asked", workshop).why


@pytest.mark.parametrize(
    "asking",
    [
        {"campaigns": [a_campaign(ask="testimonial")]},
        {"campaigns": [a_campaign(ask="promotion")]},
        {"estimates": [{"id": "e", "asked_recommendations": 1}]},
        {"touchpoints": [_happy(), a_touchpoint(phase=AIDA[6], call_to_action="Write a rating")]},
    ],
)
def test_who_asks_in_any_way_is_left_alone(asking: dict[str, Any]) -> None:
    assert not found("never-asked", a_workshop(**{"touchpoints": [_happy()], **asking}))


@pytest.mark.parametrize("fields", [{"emotion": 1}, {"phase": AIDA[0]}, {"emotion": None}])
def test_delight_is_the_best_score_after_the_purchase(fields: dict[str, Any]) -> None:
    assert not found("never-asked", a_workshop(touchpoints=[_happy(**fields)]))


def test_article_a_s_delight_before_the_purchase_is_not_yet_a_reason_to_ask() -> None:
    assert not found("never-asked", fans(touchpoints=[_happy(phase=FANS[4])]))
    assert found("never-asked", fans(touchpoints=[_happy(phase=FANS[7])]))
