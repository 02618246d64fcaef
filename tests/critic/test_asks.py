"""What a campaign asks for has to fit the closeness earned so far."""

from typing import Any

import pytest

from journey.critic import Severity
from journey.critic.asks import GIVEN
from journey.model import Campaign, Language, Workshop, Zone
from journey.phases.crosswalk import crosswalk
from tests.builders import a_campaign, a_frame, a_workshop, an_own_model
from tests.critic.seen import AIDA, FANS, fans, found, only


def _ask(start: int, end: int, ask: str | None, **fields: Any) -> Campaign:
    return a_campaign(**{"id": "c", "from_phase": FANS[start - 1], "to_phase": FANS[end - 1], "ask": ask, **fields})


@pytest.mark.parametrize(
    ("ask", "severity"), [("email", None), ("time", Severity.MEDIUM), ("small_price", Severity.HIGH)]
)
def test_an_ask_more_than_two_rungs_up_is_too_large(ask: str, severity: Severity | None) -> None:
    findings = found("ask-too-large", fans(campaigns=[_ask(1, 2, ask)]))
    assert [finding.severity for finding in findings] == ([severity] if severity else [])


def test_the_finding_says_what_is_asked_and_what_was_given() -> None:
    workshop = fans(campaigns=[_ask(3, 6, "main_price")])
    finding = only("ask-too-large", workshop)
    assert (finding.cards, finding.phase, finding.article) == (("c",), FANS[5], "A")
    assert finding.why.startswith("In “Contact” it asks for: Main offer.")
    assert "given on the way there: E-mail address. That is 3 rungs" in finding.why
    assert "3 Stufen der Leiter" in only("ask-too-large", workshop, Language.DE).why


def test_an_earlier_ask_on_the_way_earns_closeness() -> None:
    late = _ask(3, 6, "main_price")
    assert found("ask-too-large", fans(campaigns=[late]))
    assert not found("ask-too-large", fans(campaigns=[late, _ask(2, 3, "time", id="before")]))
    assert found("ask-too-large", fans(campaigns=[late, _ask(3, 4, "time", id="beside")]))


def test_closeness_earned_once_stays() -> None:
    early = _ask(1, 2, "time", id="early")
    (finding,) = found("ask-too-large", fans(campaigns=[early, _ask(3, 6, "main_price")]))
    assert finding.cards == ("early",)


def test_the_phase_itself_stands_for_what_people_gave() -> None:
    assert not found("ask-too-large", fans(campaigns=[_ask(5, 6, "main_price")]))
    weighed = a_campaign(from_phase=AIDA[2], to_phase=AIDA[3], ask="main_price")
    assert not found("ask-too-large", a_workshop(campaigns=[weighed]))
    assert set(GIVEN) == {row.id for row in crosswalk(Language.EN)}


def test_no_ask_and_no_way_up_are_not_judged() -> None:
    campaigns = [_ask(1, 2, None), _ask(3, 1, "promotion", id="back"), _ask(1, 1, "promotion", id="spot")]
    assert not found("ask-too-large", fans(campaigns=campaigns))


def test_the_ladder_is_the_team_s_own() -> None:
    def with_ladder(*ladder: str) -> Workshop:
        frame = a_frame(phase_model="stranger-to-fan", ask_ladder=ladder)
        return fans(frame=frame, campaigns=[_ask(1, 2, "main_price")])

    assert found("ask-too-large", with_ladder("attention", "email", "time", "main_price"))
    assert not found("ask-too-large", with_ladder("attention", "email", "main_price"))
    assert not found("ask-too-large", with_ladder("attention", "email"))
    assert not found("ask-too-large", with_ladder())


def test_a_shorter_ladder_puts_people_on_the_rung_below() -> None:
    frame = a_frame(phase_model="stranger-to-fan", ask_ladder=["email", "reaction", "testimonial", "promotion"])
    assert not found("ask-too-large", fans(frame=frame, campaigns=[_ask(4, 7, "testimonial")]))
    assert found("ask-too-large", fans(frame=frame, campaigns=[_ask(3, 8, "promotion")]))


def test_phases_of_own_models_stand_for_what_their_zone_says() -> None:
    own = an_own_model(id="own")
    large = a_campaign(from_phase="own.0", to_phase="own.1", ask="main_price")
    frame = a_frame(phase_model="own")
    assert found("ask-too-large", a_workshop(frame=frame, models=[own], campaigns=[large]))
    bought = own.model_copy(
        update={"phases": tuple(phase.model_copy(update={"zone": Zone.AFTER}) for phase in own.phases)}
    )
    assert not found("ask-too-large", a_workshop(frame=frame, models=[bought], campaigns=[large]))
