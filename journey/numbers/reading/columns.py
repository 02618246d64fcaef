"""A look at columns: how full they are, how many values they have, and whether these are times or numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey.model import Language
from journey.numbers.reading.amounts import is_amount
from journey.numbers.reading.plan import TimeFormat
from journey.numbers.reading.times import ENOUGH_NUMBERS, time_guess

_LONGEST = 64
"""Longer cells are neither times nor numbers."""


@dataclass(frozen=True)
class ColumnLook:
    """A column as its sample shows it. `filled`: share of rows with a value; `distinct`: different values in the sample.
    `time`: the format that reads its values as times, None where none does; `ambiguous`: day first and month first read
    it equally well, so a person must choose. `number`: its values read as numbers."""

    name: str
    filled: float
    distinct: int
    time: TimeFormat | None = None
    ambiguous: bool = False
    number: bool = False


def looks(
    names: Sequence[str], rows: Sequence[Sequence[str]], language: Language, more: Sequence[Sequence[str]] = ()
) -> tuple[ColumnLook, ...]:
    """A look at each column of the first rows; `more` rows from elsewhere only help to read times and numbers."""
    most = max(200_000 // max(len(names), 1), 20)
    return tuple(_look(name, place, rows[:most], more[:most], language) for place, name in enumerate(names))


def _look(
    name: str, place: int, rows: Sequence[Sequence[str]], more: Sequence[Sequence[str]], language: Language
) -> ColumnLook:
    values = [value for row in rows if (value := row[place].strip())]
    sample = values + [value for row in more if (value := row[place].strip())]
    short = [value if len(value) <= _LONGEST else "…" for value in sample]
    guess = time_guess(name, short, language)
    numbers = sum(map(is_amount, short))
    return ColumnLook(
        name,
        len(values) / len(rows) if rows else 0.0,
        len(set(values)),
        guess.format if guess else None,
        guess.ambiguous if guess else False,
        bool(sample) and numbers >= ENOUGH_NUMBERS * len(sample),
    )
