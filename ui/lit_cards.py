"""Cards that the map outlines, until somebody puts the light out."""

from ui import session


def lit() -> tuple[str, ...]:
    """The ids of the cards."""
    found: tuple[str, ...] = session.current().shelf.get("lit", ())
    return found


def light_up(cards: tuple[str, ...]) -> None:
    """Ask the map to outline these cards."""
    session.current().shelf["lit"] = cards
