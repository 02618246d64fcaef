"""A card says nothing of itself while somebody is still working on it: it is settled an hour after it was made. Lists of
findings hold them all, on the page as in every file."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from journey.critic.finding import About, Finding

YOUNG = timedelta(hours=1)
"""A card that was made less than this ago is young (the app's own rule)."""


def is_settled(card: str, born: Mapping[str, datetime], now: datetime) -> bool:
    """Whether a card is an hour old. One whose making nobody knows, as from a file, is."""
    made = born.get(card)
    return made is None or now - made >= YOUNG


def of_settled_cards(found: Iterable[Finding], born: Mapping[str, datetime], now: datetime) -> tuple[Finding, ...]:
    """Findings without those about single cards all of which are young. `born` says when cards were made, by id. What is
    about the journey or a phase stays."""
    return tuple(
        finding
        for finding in found
        if finding.about is not About.CARD or any(is_settled(card, born, now) for card in finding.cards)
    )


def on_card(found: Iterable[Finding], card: str, born: Mapping[str, datetime], now: datetime) -> tuple[Finding, ...]:
    """The findings that concern a card itself, none while it is young."""
    if not is_settled(card, born, now):
        return ()
    return tuple(finding for finding in found if finding.about is About.CARD and card in finding.cards)
