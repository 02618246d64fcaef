"""Stable ids: every entity keeps its id for life, so Excel, undo and two editors mean the same thing."""

import json
import secrets
import time
from hashlib import sha256
from typing import Annotated

from pydantic import StringConstraints

ID_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""1 to 64 characters: letters, digits, dot, dash, underscore."""

_LONGEST = 64
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_id() -> str:
    """A fresh id of 26 characters that sorts by its time of birth (the ULID layout: 48 bit of milliseconds, 80 random)."""
    number = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))


def note_id(phase: str) -> str:
    """The id of a phase's note, of which there is one a phase."""
    return f"note.{phase}"[:_LONGEST]


def keyed_id(kind: str, *key: str | None) -> str:
    """The id of a card of which there is one a key, as the count of a phase in a period: whoever makes it makes the same
    card, so that of two who do so at once the later one is told."""
    return f"{kind}-{sha256(json.dumps(key).encode()).hexdigest()[:24]}"
