"""A file of counts, a row a day or month: its steps and periods, and what it would give the workshop. Nobody can be followed
in it, but counts a phase are all that a funnel of typed counts needs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from journey.lazy_re import lazy_re
from journey.numbers.pasted import whole_number

if TYPE_CHECKING:
    from journey.numbers.reading import ColumnLook, Preview

MOST_STEPS, MOST_PERIODS = 24, 36
_RATE = lazy_re(r"rate|quote|%|anteil|share|percent|prozent|durchschnitt|average|avg|ctr|umsatz|revenue|betrag|amount|preis|price|kosten|cost|saldo|bestand|balance", re.IGNORECASE)  # fmt: skip
_TOTAL = lazy_re(r"(?:gesamt|summe|total|sum|insgesamt)\w*", re.IGNORECASE)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class CountedFile:
    """`steps` are what is counted, `periods` when, both in the file's order ("" where the file names none); `counts` by
    (period, step), several rows of one period added up. `adds_up`: some were."""

    steps: tuple[str, ...]
    periods: tuple[str, ...]
    counts: Mapping[tuple[str, str], int]
    adds_up: bool

    def by_phase(self, phase_of: Mapping[str, str], *, together: str | None = None) -> dict[str, dict[str, int]]:
        """The counts of each phase (id) in each period; steps of one phase are added up, steps without one left out.
        `together`: all periods are one, of this name."""
        found: dict[str, dict[str, int]] = {}
        for (period, step), count in self.counts.items():
            if phase := phase_of.get(step):
                of_period = found.setdefault(period if together is None else together, {})
                of_period[phase] = of_period.get(phase, 0) + count
        return found


def counted_file(preview: "Preview") -> CountedFile | None:
    """The counts of a file of which the preview says that it counts; None where they cannot be taken over: no whole numbers,
    too many steps or periods, or more rows than a preview has."""
    if not preview.is_counts or preview.is_cut or preview.is_cash_book:
        return None
    cells = _across(preview) if preview.days else _down(preview)
    counts: dict[tuple[str, str], int] = {}
    added = False
    for period, step, cell in cells:
        count = whole_number(cell)
        if not step or _TOTAL.fullmatch(step) or count is None:
            continue
        added = added or (period, step) in counts
        counts[period, step] = counts.get((period, step), 0) + count
    steps, periods = tuple(dict.fromkeys(s for _, s in counts)), tuple(dict.fromkeys(p for p, _ in counts))
    if not steps or len(steps) > MOST_STEPS or len(periods) > MOST_PERIODS:
        return None
    return CountedFile(steps, periods, counts, added)


def _across(preview: "Preview") -> list[tuple[str, str, str]]:
    """Period, step and cell where the periods are columns."""
    places = {column.name: place for place, column in enumerate(preview.columns)}
    labels = [place for name, place in places.items() if name not in dict(preview.days)]
    named = [place for place in labels if not preview.columns[place].number] or labels
    return [
        (_period(name, day), " · ".join(filter(None, (row[place].strip() for place in named))), row[places[name]])
        for row in preview.rows
        for name, day in preview.days
    ]


def _down(preview: "Preview") -> list[tuple[str, str, str]]:
    """The same where they stand below each other: the steps are columns of numbers, or words beside one such column, of several the first."""
    from journey.numbers.reading import period_of

    columns = list(enumerate(preview.columns))
    when = next((place for place, column in columns if column.time), None)
    if when is None:
        when = next((place for place, _ in columns if all(period_of(row[place]) for row in preview.rows)), None)
    numbers = [place for place, column in columns if place != when and _counts(column, place, preview.rows)]
    words = [
        place for place, column in columns if place != when and column.filled and not (column.number or column.clock)
    ]
    form = preview.columns[when].time if when is not None else None

    def period(row: Sequence[str]) -> str:
        if when is None:
            return ""
        return _month(row[when], str(form)) if form else _period(row[when], "")

    if numbers and len(words) == 1 and (when is None or preview.columns[words[0]].repeats):
        return [(period(row), row[words[0]].strip(), row[numbers[0]]) for row in preview.rows]
    return [(period(row), preview.columns[place].name, row[place]) for row in preview.rows for place in numbers]


def _counts(column: "ColumnLook", place: int, rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column holds whole counts, and no shares or amounts."""
    filled = [row[place].strip() for row in rows if row[place].strip()]
    return column.number and not _RATE.search(column.name) and all(whole_number(cell) is not None for cell in filled)


def _month(cell: str, form: str) -> str:
    from journey.numbers.reading.times.worded import IMPOSSIBLE, worded_time

    time = worded_time(cell.strip(), form)
    return f"{_EPOCH + timedelta(microseconds=time):%Y-%m}" if time > IMPOSSIBLE else cell.strip()


def _period(words: str, day: str) -> str:
    """A period as the workshop names it: 2026-03, 2026-Q1, 2026; others as they stand."""
    from journey.numbers.reading import period_of

    found = period_of(words)
    if found is None or not found[1][0]:
        return day[:7] if day else words.strip()
    kind, (year, part, _) = found
    return {"month": f"{year}-{part:02}", "quarter": f"{year}-Q{part}", "year": f"{year}"}.get(
        kind, day[:7] or words.strip()
    )
