"""Cards that the map outlines, until somebody puts the light out."""

from dataclasses import dataclass

from ui.state import session


@dataclass
class _Lit:
    cards: tuple[str, ...] = ()


def lit() -> tuple[str, ...]:
    """The ids of the cards."""
    return session.of_workshop(_Lit).cards


def light_up(cards: tuple[str, ...]) -> None:
    """Ask the map to outline these cards."""
    session.of_workshop(_Lit).cards = cards
