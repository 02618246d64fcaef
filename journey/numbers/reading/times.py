"""How a column writes its times, decided on a sample of its values. time_sql.py reads whole columns the same way."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from journey.model import Language
from journey.numbers.reading.plan import TimeFormat

ENOUGH, ENOUGH_NUMBERS = 0.5, 0.8
"""A column holds times when so many of its filled cells read as dates, or as numbers that may be times."""

_CLOCK = r"(?:,?[ T]+\d{1,2}(?::\d{2}){0,2}(?:[.,]\d+)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?(?:Z|UTC|GMT|Uhr|[+-]\d{2}:?(?:\d{2})?))?)?"
_YEAR_FIRST = re.compile(rf"(?:1[89]|2\d)\d\d(?:[-/.]\d{{1,2}}[-/.]\d{{1,2}}{_CLOCK}|[01]\d[0-3]\d(?:T?\d{{4,6}}Z?)?)")
_THREE = re.compile(rf"(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_CLOCK}")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:[eE]\+?\d+)?")
_AMOUNT = re.compile(r"[-+(]?[€$£]?\s?\d[\d.,'’ \u00a0\u202f]*\s?[€$£%)-]?")
_HALF_OF_DAY = re.compile(r"[AaPp]\.?[Mm]\.?")
_NAMES = re.compile(r"dat|zeit|time|stamp|\bat\b|_at$|_ts$|^ts$|tag|day|when|wann|created|updated", re.IGNORECASE)
_EPOCHS = (
    (TimeFormat.EPOCH_SECONDS, 1e0),
    (TimeFormat.EPOCH_MILLISECONDS, 1e3),
    (TimeFormat.EPOCH_MICROSECONDS, 1e6),
)
_EARLIEST, _LATEST = 788_918_400, 2_208_988_800
"""Bare numbers are taken for times from 1995 to 2040 only."""
_FIRST_DAY, _LAST_DAY = 34_700, 51_502


@dataclass(frozen=True)
class TimeGuess:
    """The format that reads a column. `ambiguous`: nothing in the sample tells day from month."""

    format: TimeFormat
    ambiguous: bool = False


def time_guess(name: str, values: Sequence[str], language: Language) -> TimeGuess | None:
    """The format of a column's values (some of them, stripped, without empty ones); None where they are no times.
    Dots mean day first. With slashes or dashes a number above 12 tells; where none does, the guess is ambiguous and
    follows the language (AM and PM mean month first)."""
    if not values:
        return None
    years = sum(_YEAR_FIRST.fullmatch(value) is not None for value in values)
    threes = [found for value in values if (found := _THREE.fullmatch(value))]
    if years + len(threes) >= ENOUGH * len(values):
        return _order(threes, language) if threes else TimeGuess(TimeFormat.ISO)
    numbers = [float(value.replace(",", ".")) for value in values if _NUMBER.fullmatch(value)]
    needed = ENOUGH_NUMBERS * len(values)
    if len(numbers) < needed:
        return None
    return _counted(numbers, needed, bool(_NAMES.search(name)))


def looks_like_a_value(cell: str) -> bool:
    """Whether a cell is a number or a time: then it stands in no header."""
    cell = cell.strip()
    return bool(_AMOUNT.fullmatch(cell) or _YEAR_FIRST.fullmatch(cell) or _THREE.fullmatch(cell))


def _order(threes: list[re.Match[str]], language: Language) -> TimeGuess:
    day = sum(int(found[1]) > 12 for found in threes)
    month = sum(int(found[3]) > 12 for found in threes)
    if day != month:
        return TimeGuess(TimeFormat.DAY_FIRST if day > month else TimeFormat.MONTH_FIRST)
    if sum(found[2] == "." for found in threes) > len(threes) / 2:
        return TimeGuess(TimeFormat.DAY_FIRST)
    american = language is Language.EN or any(_HALF_OF_DAY.search(found[0]) for found in threes)
    return TimeGuess(TimeFormat.MONTH_FIRST if american else TimeFormat.DAY_FIRST, ambiguous=True)


def _counted(numbers: list[float], needed: float, named: bool) -> TimeGuess | None:
    for form, unit in _EPOCHS:
        if sum(_EARLIEST * unit <= number < _LATEST * unit for number in numbers) >= needed:
            return TimeGuess(form)
    days = sum(_FIRST_DAY <= number < _LAST_DAY for number in numbers)
    return TimeGuess(TimeFormat.EXCEL_DAYS) if named and days >= needed else None
