"""What of a person's an act is about, as a word: of each slot of a person the last act counts."""

OPINION = "opinion"
READY = "ready"


def card(card_id: str) -> str:
    """A card, or a commitment."""
    return f"card/{card_id}"


def score(touchpoint: str, persona: str) -> str:
    """How it feels at a touchpoint, for a persona."""
    return f"score/{touchpoint}/{persona}"


def guess(phase: str) -> str:
    """The share of people who reach a phase."""
    return f"guess/{phase}"


def dot(number: int) -> str:
    """One of the dots, from 1."""
    return f"dot/{number}"


def hands(choice: str) -> str:
    """The hands that were shown for an option or an opinion."""
    return f"hands/{choice}"


def group(group_id: str) -> str:
    """A group of merged cards."""
    return f"group/{group_id}"
