"""Whose an act is, as far as it is stored.

Where names or aliases are used it is the participant's id. In an anonymous room it is a keyed hash of exercise and slot;
the key is the secret that the person's phone keeps, of which the store has a hash alone. So a person's second score of a
touchpoint, or third dot, takes the place of the first; but nobody who reads the tables can tell whose a row is, or that two
rows (two cards, two scores, two dots) are of one person: every slot has a hash of its own. At the end of the exercise the
hashes are exchanged for random ones and the order is shuffled (`sealing.sealed`): then not even the phone can prove that a
row was its own.
"""

import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Sender:
    """A person who acts, or looks. `secret` is never stored, logged or shown."""

    participant: str
    secret: str = field(repr=False)
    anonymous: bool
    group: str = ""

    def key(self, exercise: str, slot: str) -> str:
        """Whose an act on this slot of an exercise is."""
        if not self.anonymous:
            return self.participant
        return hmac.digest(self.secret.encode(), f"{exercise}\n{slot}".encode(), "sha256").hex()[:40]
