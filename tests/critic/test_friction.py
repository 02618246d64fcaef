"""Hurdles at the purchase and where data are left: counted, judged, unknown, and compared with the plan."""

from typing import Any

import pytest

from journey.critic import Severity
from journey.critic.friction import Hurdle, Trend, comparison, hurdles, most
from journey.critic.limits import DEFAULTS
from journey.model import Answer, FrictionTarget, Language
from tests.builders import a_campaign, a_friction, a_touchpoint, a_workshop
from tests.critic.seen import AIDA, FANS, fans, found, only

PURCHASE, LEAD = FrictionTarget.PURCHASE, FrictionTarget.LEAD
EASY = {"clicks": 2, "inputs": 3, "forced_account": "no", "hidden_costs": "no"}


def _check(**fields: Any) -> Any:
    return a_friction(**{"id": "f", **EASY, **fields})


@pytest.mark.parametrize(
    ("fields", "high"),
    [
        ({}, ()),
        ({"clicks": 6}, ()),
        ({"clicks": 7}, (Hurdle.CLICKS,)),
        ({"inputs": 11}, (Hurdle.INPUTS,)),
        ({"forced_account": "partly"}, (Hurdle.FORCED_ACCOUNT,)),
        ({"hidden_costs": "yes"}, (Hurdle.HIDDEN_COSTS,)),
        ({"hidden_costs": "unknown"}, ()),
        ({"clicks": None}, ()),
        ({"requirements": "Birthday"}, ()),
        ({"requirements": "Birthday\nCash"}, (Hurdle.REQUIREMENTS,)),
    ],
)
def test_what_is_above_the_limit_is_a_hurdle(fields: dict[str, Any], high: tuple[Hurdle, ...]) -> None:
    assert hurdles(_check(**fields), DEFAULTS) == high


def test_leaving_data_has_to_be_easier_than_buying() -> None:
    lead, purchase = most(LEAD, DEFAULTS), most(PURCHASE, DEFAULTS)
    assert all(lead[hurdle] < purchase[hurdle] for hurdle in purchase)


def test_hurdles_at_the_purchase_are_found_and_named() -> None:
    hard = a_workshop(frictions=[_check(clicks=9, inputs=12, forced_account="yes")])
    finding = only("friction-purchase", hard)
    assert (finding.severity, finding.phase, finding.cards) == (Severity.HIGH, AIDA[4], ("f",))
    assert finding.title == "3 hurdles at the purchase"
    assert (
        "9 clicks (easy: up to 6); 12 input fields (easy: up to 10); an account is forced on everybody" in finding.why
    )
    german = only("friction-purchase", hard, Language.DE)
    assert "9 Klicks (leicht: bis 6); 12 Eingabefelder (leicht: bis 10); alle müssen ein Konto" in german.why
    assert only("friction-purchase", a_workshop(frictions=[_check(clicks=9)])).severity is Severity.MEDIUM
    assert not found("friction-purchase", a_workshop(frictions=[_check()]))


def test_the_same_numbers_may_be_too_many_where_data_are_left() -> None:
    asks = fans(frictions=[_check(target="lead", inputs=5, requirements="Birthday")])
    finding = only("friction-lead", asks)
    assert (finding.phase, finding.article) == (FANS[2], "B")
    assert "5 input fields (easy: up to 3); one further demand" in finding.why
    assert "eine weitere Anforderung" in only("friction-lead", asks, Language.DE).why
    assert not found("friction-purchase", asks)
    assert not found("friction-lead", fans(frictions=[_check(target="lead")]))


def test_a_plan_is_no_hurdle_today() -> None:
    assert not found("friction-purchase", a_workshop(frictions=[_check(clicks=99, state="to_be")]))
    assert found("friction-purchase", a_workshop(frictions=[_check(clicks=99, state="both")]))


def test_not_knowing_is_a_task_once_there_is_a_purchase() -> None:
    shop = a_touchpoint(phase=AIDA[4])
    nothing = only("friction-unknown", a_workshop(touchpoints=[shop]))
    assert (nothing.severity, nothing.phase, nothing.cards) == (Severity.LOW, AIDA[4], ())
    assert nothing.title == "Hurdles not counted: Purchase"
    half = a_workshop(touchpoints=[shop], frictions=[_check(inputs=None, hidden_costs="unknown")])
    assert "Not known: Input fields, Hidden costs." in only("friction-unknown", half).why
    assert only("friction-unknown", half).cards == ("f",)
    assert "Nicht bekannt: Eingabefelder, " in only("friction-unknown", half, Language.DE).why
    assert not found("friction-unknown", a_workshop(touchpoints=[shop], frictions=[_check()]))
    assert not found("friction-unknown", a_workshop(touchpoints=[a_touchpoint()]))


def test_leaving_data_is_to_be_counted_where_people_leave_them() -> None:
    contact, asking = a_touchpoint(phase=FANS[2]), a_campaign(ask="email")
    assert only("friction-unknown", fans(touchpoints=[contact])).phase == FANS[2]
    assert "Leaving data" in only("friction-unknown", a_workshop(campaigns=[asking])).title
    assert not found("friction-unknown", a_workshop(campaigns=[asking], frictions=[_check(target="lead")]))


def test_a_comparison_says_which_hurdle_gets_better_or_worse() -> None:
    today = _check(clicks=9, inputs=4, forced_account="yes", hidden_costs="unknown", requirements="Cash")
    plan = _check(id="g", state="to_be", clicks=5, inputs=6, forced_account="partly", requirements="Card")
    compared = comparison(a_workshop(frictions=[today, plan]), PURCHASE)
    assert [each.hurdle for each in compared] == list(Hurdle)
    better, worse, same, unknown = Trend.BETTER, Trend.WORSE, Trend.SAME, Trend.UNKNOWN
    assert [each.trend for each in compared] == [better, worse, better, unknown, same]
    assert (compared[0].before, compared[0].after) == (9, 5)
    assert (compared[3].before, compared[3].after) == (Answer.UNKNOWN, Answer.NO)


def test_a_comparison_with_one_side_knows_no_trend() -> None:
    only_today = comparison(a_workshop(frictions=[_check()]), PURCHASE)
    assert {each.trend for each in only_today} == {Trend.UNKNOWN}
    assert only_today[0].after is None
    assert comparison(a_workshop(frictions=[_check()]), LEAD) == ()
    both = comparison(a_workshop(frictions=[_check(state="both")]), PURCHASE)
    assert {each.trend for each in both} == {Trend.SAME}


def test_an_empty_plan_is_no_improvement() -> None:
    today = _check(requirements="Cash\nBirthday")
    empty = a_friction(
        id="g", state="to_be", clicks=None, inputs=None, forced_account="unknown", hidden_costs="unknown"
    )
    assert {each.trend for each in comparison(a_workshop(frictions=[today, empty]), PURCHASE)} == {Trend.UNKNOWN}
    begun = empty.model_copy(update={"clicks": 2})
    asked = comparison(a_workshop(frictions=[today, begun]), PURCHASE)[-1]
    assert (asked.hurdle, asked.before, asked.after, asked.trend) == (Hurdle.REQUIREMENTS, 2, 0, Trend.BETTER)
