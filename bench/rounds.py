"""Rounds: how far the file grows with each, what fifty of them cost whoever opens the workshop, and what it takes to compare
two. `python -m bench.rounds [touchpoints] [rounds]`.

Every text is of random words from a large vocabulary, none twice in a card, so that packing has no easier work than with
people's. The works that are compared take turns, and medians count.
"""

import sys
from datetime import date, timedelta
from random import Random

from bench.exchange import a_large_workshop, alternating
from journey.editing import Edit, applied, change_of, put, revise
from journey.model import Emotion, Language, Touchpoint, Workshop
from journey.rounds import RoundComparison, RoundState, closing, compared, kept_now, kept_of, opened

TOUCHPOINTS, ROUNDS, LARGE = 200, 50, 2_000
CHANGED = 0.05
OPENED, COMPARED = 151, 15
"""So often each: what takes milliseconds is asked often, so that others' work on the machine does not decide."""
_WORDS = 6_000
_TEXTS = {"doing": 12, "thinking": 12, "asking": 8, "content": 6, "pain_points": 8, "title": 4}


class Wordy:
    """Writes texts of random words."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - repeatable, not secret
        letters = "etaoinshrdlucmfwypvbgkjqxz"
        self.words = [
            "".join(self.random.choices(letters, range(26, 0, -1), k=self.random.randint(2, 11))) for _ in range(_WORDS)
        ]

    def retold(self, card: Touchpoint) -> Touchpoint:
        """The card with other texts and another emotion."""
        texts = {name: " ".join(self.random.sample(self.words, count)) for name, count in _TEXTS.items()}
        found = revise(card, **texts, emotion=self.random.choice(list(Emotion)))
        assert isinstance(found, Touchpoint)  # noqa: S101 - tells the type checker
        return found

    def workshop(self, count: int) -> Workshop:
        """A workshop of so many touchpoints, none like another."""
        plain = a_large_workshop(count)
        return plain.with_collection("touchpoints", [self.retold(each) for each in plain.touchpoints])

    def changed(self, workshop: Workshop) -> Workshop:
        """The workshop with some of its cards retold."""
        some = self.random.sample(workshop.touchpoints, round(len(workshop.touchpoints) * CHANGED))
        return _after(workshop, put(workshop, *(self.retold(each) for each in some)))


def with_rounds(workshop: Workshop, count: int, words: Wordy) -> tuple[Workshop, list[int]]:
    """The workshop after so many rounds, and by how many bytes its file grew with each that was closed."""
    grown, day = [], date(2020, 1, 1)
    for number in range(count):
        workshop = words.changed(workshop)
        before = len(workshop.to_json().encode())
        kept = kept_now(workshop, Language.EN)
        workshop = _after(workshop, closing(workshop, f"Round {number + 1}", day + timedelta(days=30 * number), kept))
        grown.append(len(workshop.to_json().encode()) - before)
    return workshop, grown


def main(touchpoints: int = TOUCHPOINTS, rounds: int = ROUNDS) -> None:
    """Print the three figures."""
    words = Wordy(7)
    start = words.workshop(touchpoints)
    size = len(start.to_json().encode())
    now, grown = with_rounds(start, rounds, words)
    later = grown[1:]
    print(
        f"{touchpoints} touchpoints, {size / 1e6:.2f} MB, {rounds} rounds, {CHANGED:.0%} of the cards changed in each"
    )
    print(
        f"{'growth / document':28} {sum(grown) / len(grown) / size:6.1%} a round on average, {max(later) / size:.1%} at most "
        f"after the first, {grown[0] / size:.1%} for the first, which holds a whole document"
    )
    bare, full = now.exchanged({"rounds": ()}).to_json(), now.to_json()
    without, with_them = alternating(OPENED, lambda: Workshop.from_json(bare), lambda: Workshop.from_json(full))
    print(
        f"{'opening with / without':28} {with_them.clock / without.clock:6.2f} by the clock "
        f"({with_them.clock * 1e3:.1f} / {without.clock * 1e3:.1f} ms), {with_them.processor / without.processor:.2f} by processors"
    )
    large, _ = with_rounds(words.workshop(LARGE), 2, words)
    text = large.exchanged({"rounds": ()}).to_json()
    validated, both = alternating(COMPARED, lambda: Workshop.from_json(text), lambda: _compared(large))
    print(
        f"{f'comparing / validating {LARGE}':28} {both.clock / validated.clock:6.2f} by the clock "
        f"({both.clock:.3f} / {validated.clock:.3f} s), {both.processor / validated.processor:.2f} by processors, both rounds opened first"
    )


def _compared(workshop: Workshop) -> RoundComparison:
    """Two rounds opened and compared in every part."""
    older, newer = workshop.rounds
    now = opened(workshop, newer)
    then = opened(workshop, older, {newer.id: now})
    found = compared(RoundState(then, kept_of(older)), RoundState(now, kept_of(newer)))
    _ = (
        found.added,
        found.gone,
        found.moved,
        found.reworded,
        found.felt,
        found.findings,
        found.steps,
    )  # worked out when asked
    return found


def _after(workshop: Workshop, edits: list[Edit]) -> Workshop:
    change = change_of(edits)
    return applied(workshop, change) if change else workshop


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
