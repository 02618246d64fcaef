"""Files that cannot be a log any more: counts of what happened, and ids and times that a spreadsheet has shortened."""

import re
from collections.abc import Mapping, Sequence

from journey.numbers.reading.columns import ColumnLook, values_of
from journey.numbers.reading.names import normal, parted
from journey.numbers.reading.plan import Role

_COUNTS = re.compile(
    r"\b(?:count|counts|users|sessions|visits|visitors|views|pageviews|clicks|impressions|conversions|orders|purchases|leads|events|hits|"
    r"bounces|total|totals|anzahl|nutzer|benutzer|sitzungen|besuche|besucher|aufrufe|seitenaufrufe|klicks|käufe|bestellungen|ereignisse|"
    r"menge|summe|gesamt|rate|quote|anteil|ctr|percent|prozent|durchschnitt|average|avg)\b"
)
_IDS = re.compile(
    r"\b(?:id|ids|nr|nummer|number|no|key|uuid|email|mail|kunde|customer|user|visitor|case|fall|vorgang)\b"
)
_SHORTENED = re.compile(r"\d[.,]\d+E\+?\d{2}", re.IGNORECASE)
_MINUTES = re.compile(r"\d{1,2}:\d{2}[.,]\d")


def counts_only(columns: Sequence[ColumnLook], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table counts what happened, by day or else, and has nothing that could be the same person in several rows:
    numbers that are called counts, beside dates and a few words, and no column that is called an id."""
    counted = [
        column
        for column in columns
        if column.number and column.filled and not _has(_IDS, column) and _has(_COUNTS, column)
    ]
    if not counted or len(rows) < 2:
        return False
    others = [column for column in columns if column not in counted and column.filled]
    if any(_has(_IDS, column) and not column.time for column in others):
        return False
    words = [column for column in others if not column.time and not column.number]
    return all(column.repeats or len(words) == 1 for column in words) and len(words) <= 6


def lost(names: Sequence[str], rows: Sequence[Sequence[str]], roles: Mapping[str, str]) -> list[tuple[str, str]]:
    """What a spreadsheet has shortened, as hints with the column: ids that are left with a few digits, and times of which
    minutes and seconds are left."""
    found = []
    for place, name in enumerate(names):
        if name == roles.get(Role.TIME) and _most_are_shortened(values_of(rows[:300], place)):
            found.append(("lost_digits", name))
        if name != roles.get(Role.CASE) and not any(_MINUTES.fullmatch(row[place]) for row in rows[:5]):
            continue
        values = values_of(rows[:300], place)
        if not values:
            continue
        if roles.get(Role.CASE) == name and _most_are_shortened(values):
            found.append(("lost_ids", name))
        if sum(_MINUTES.fullmatch(value) is not None for value in values) > 0.8 * len(values):
            found.append(("lost_times", name))
    return found


def _most_are_shortened(values: Sequence[str]) -> bool:
    if sum(_SHORTENED.fullmatch(value) is not None for value in values) > 0.5 * len(values):
        return True
    long = [value for value in values if value.isdecimal() and len(value) >= 16]
    return len(long) > 2 and len(long) == len(values) and all(value.endswith("0" * (len(value) - 15)) for value in long)


def _has(words: re.Pattern[str], column: ColumnLook) -> bool:
    return any(words.search(form) for form in (normal(column.name), parted(column.name)))
