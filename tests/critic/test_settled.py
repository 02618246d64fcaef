"""Findings wait until a card is an hour old."""

from datetime import UTC, datetime, timedelta

import pytest

from journey.critic import About, Finding, Severity, is_settled, of_settled_cards, on_card

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
BORN = {"young": NOW - timedelta(minutes=59), "old": NOW - timedelta(hours=1)}


def _finding(*cards: str, about: About = About.CARD) -> Finding:
    return Finding("rule", Severity.HIGH, "D", "Title", "Why.", "What?", cards=cards, about=about)


@pytest.mark.parametrize(("card", "settled"), [("young", False), ("old", True), ("from a file", True)])
def test_a_card_is_settled_after_an_hour_and_where_nobody_knows_its_age(card: str, settled: bool) -> None:
    assert is_settled(card, BORN, NOW) is settled


def test_what_is_about_young_cards_alone_waits() -> None:
    on_young, on_both, on_old = _finding("young"), _finding("young", "old"), _finding("old")
    assert of_settled_cards([on_young, on_both, on_old], BORN, NOW) == (on_both, on_old)
    assert of_settled_cards([on_young], BORN, NOW + timedelta(minutes=1)) == (on_young,)


def test_what_is_about_the_journey_does_not_wait() -> None:
    whole = _finding("young", about=About.JOURNEY)
    assert of_settled_cards([whole], BORN, NOW) == (whole,)


def test_a_card_shows_what_concerns_itself_and_nothing_while_it_is_young() -> None:
    both, other, whole = _finding("young", "old"), _finding("other"), _finding("old", about=About.JOURNEY)
    assert on_card([both, other, whole], "old", BORN, NOW) == (both,)
    assert on_card([both, other, whole], "young", BORN, NOW) == ()
