"""Care against win-back, and money at stake: estimates that say what they assume, or nothing."""

from typing import Any

import pytest

from journey.critic import Examination, Severity
from journey.critic.economics import ARTICLE_FACTOR, KEPT, Stake, missing_for_stake, money_at_stake, win_back
from journey.critic.wording import words_of
from journey.model import Language, Workshop
from journey.phases import model_of
from tests.builders import a_count, a_workshop, an_estimate, an_own_model
from tests.critic.seen import AIDA, found, only

COUNTS = (1000, 500, 250, 25, 20)


def _counted(*numbers: int | None, **fields: Any) -> Workshop:
    counts = [a_count(n, AIDA[place], rank=place) for place, n in enumerate(numbers) if n is not None]
    return a_workshop(**{"counts": counts, "estimates": [an_estimate(order_value=40)], **fields})


def _stake(workshop: Workshop) -> Stake | None:
    return money_at_stake(workshop, model_of(workshop, Language.EN))


def test_winning_back_costs_the_factor_times_care() -> None:
    sum_up = win_back(an_estimate(lost_customers=20, care_cost=15, period="2026"))
    assert sum_up is not None
    assert (sum_up.care, sum_up.win_back, sum_up.difference) == (300.0, 900.0, 600.0)
    assert (sum_up.claimed, sum_up.factor, sum_up.period) == (True, ARTICLE_FACTOR, "2026")
    own = win_back(an_estimate(lost_customers=20, care_cost=15, win_back_factor=1.5))
    assert own is not None
    assert (own.claimed, own.win_back) == (False, 450.0)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"lost_customers": 3},
        {"care_cost": 3},
        {"lost_customers": 0, "care_cost": 3},
        {"lost_customers": 3, "care_cost": -1},
    ],
)
def test_nothing_is_said_where_a_figure_is_missing(fields: dict[str, Any]) -> None:
    assert win_back(an_estimate(**fields)) is None
    assert not found("lost-customers", a_workshop(estimates=[an_estimate(**fields)]))


def test_lost_customers_are_found_where_care_would_have_been_cheaper() -> None:
    workshop = a_workshop(estimates=[an_estimate(id="e", lost_customers=20, care_cost=15)])
    finding = only("lost-customers", workshop)
    assert (finding.severity, finding.article, finding.phase, finding.cards) == (Severity.MEDIUM, "C", AIDA[5], ("e",))
    assert "would have cost 300\u202fEUR, winning them back costs 900\u202fEUR, 600\u202fEUR more" in finding.why
    assert "article C’s own claim" in finding.why
    assert "Behauptung von Artikel C" in only("lost-customers", workshop, Language.DE).why


def test_an_own_factor_is_not_called_the_article_s_and_a_low_one_finds_nothing() -> None:
    own = a_workshop(estimates=[an_estimate(lost_customers=20, care_cost=15, win_back_factor=2.5)])
    assert "Factor 2.5 is your own figure." in only("lost-customers", own).why
    cheap = a_workshop(estimates=[an_estimate(lost_customers=20, care_cost=15, win_back_factor=1)])
    assert not found("lost-customers", cheap)


def test_the_newest_estimate_that_has_figures_counts() -> None:
    estimates = [
        an_estimate(rank=place, **fields)
        for place, fields in enumerate(
            ({"lost_customers": 1, "care_cost": 1}, {"lost_customers": 2, "care_cost": 1}, {"order_value": 9})
        )
    ]
    assert only("lost-customers", a_workshop(estimates=estimates)).title.startswith("2 lost customers")


def test_money_at_stake_is_reckoned_low_at_every_turn() -> None:
    stake = _stake(_counted(*COUNTS))
    assert stake is not None
    assert (stake.previous, stake.phase) == (AIDA[2], AIDA[3])
    assert stake.lost_at_least < 225, "fewer than were really lost"
    assert stake.buy_at_least < 20 / 25, "a lower rate than the counted one"
    assert stake.kept == KEPT
    assert stake.amount == pytest.approx(stake.lost_at_least * KEPT * stake.buy_at_least * 40)
    assert 0 < stake.amount < 225 * KEPT * 0.8 * 40


@pytest.mark.parametrize("language", Language)
def test_the_assumptions_can_be_printed_beside_the_amount(language: Language) -> None:
    workshop = _counted(*COUNTS)
    stake = _stake(workshop)
    assert stake is not None
    case = Examination(workshop, model_of(workshop, language))
    said = [words_of(each, case, language) for each in stake.assumptions]
    assert len(said) == 4
    assert "250" in said[0]
    assert str(stake.lost_at_least) in said[0]
    assert "10" in said[1]
    assert "40\u202fEUR" in said[3]


def test_a_loss_at_the_purchase_itself_assumes_nothing_about_later_steps() -> None:
    stake = _stake(_counted(1000, 800, 600, 400, 20))
    assert stake is not None
    assert (stake.phase, stake.buy_at_least) == (AIDA[4], 1.0)
    assert len(stake.assumptions) == 3


@pytest.mark.parametrize(
    "workshop",
    [
        a_workshop(),
        _counted(),
        _counted(*COUNTS, estimates=[]),
        _counted(*COUNTS, estimates=[an_estimate(order_value=0)]),
        _counted(1000, 500, 250, 25),
        _counted(20, 10, 5, 3, 2),
        _counted(1000, 500, 600, 25, 20),
        _counted(None, None, None, None, 20),
    ],
)
def test_no_money_is_named_where_a_number_is_missing(workshop: Workshop) -> None:
    assert _stake(workshop) is None


def test_losses_after_the_purchase_are_not_counted_as_lost_orders() -> None:
    stake = _stake(_counted(1000, 500, 250, 200, 100, 1))
    assert stake is not None
    assert stake.phase in AIDA[:5]


def test_an_own_model_without_a_purchase_has_no_orders_to_lose() -> None:
    own = an_own_model(id="own")
    counts = [a_count(n, f"own.{place}") for place, n in enumerate((1000, 500, 50))]
    workshop = _counted(models=[own], counts=counts)
    workshop = workshop.with_frame(workshop.frame.model_copy(update={"phase_model": "own"}))
    assert _stake(workshop) is None


@pytest.mark.parametrize(
    ("workshop", "missing"),
    [
        (_counted(*COUNTS), ""),
        (_counted(*COUNTS, estimates=[]), "value"),
        (_counted(1000, 500), "counts"),
        (_counted(1000, 500, 250, 300, 20), "counts"),
        (_counted(1000, estimates=[]), "both"),
        (_counted(9, 8, 7, 6, 5), "few"),
    ],
)
def test_what_is_missing_for_the_estimate_is_what_is_said(workshop: Workshop, missing: str) -> None:
    assert missing_for_stake(workshop, model_of(workshop, Language.EN)) == missing
    assert (_stake(workshop) is None) == bool(missing)
