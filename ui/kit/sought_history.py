"""What the history is asked for, from wherever: the way to the history of one card, or to all of it."""

from ui.kit.rooms import named
from ui.state import session

KEYS = {name: f"history:{name}" for name in ("words", "author", "kind", "card", "deletions")}
"""The filters of the history's page, by what they filter."""


def of_card(card_id: str) -> None:
    """Go to the history of one card."""
    clear()
    session.set_value(KEYS["card"], card_id)
    named("history").go()


def clear() -> None:
    """Ask for everything again."""
    for name, key in KEYS.items():
        session.set_value(key, {"words": "", "deletions": False}.get(name))
