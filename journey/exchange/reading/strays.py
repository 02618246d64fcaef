"""Rows of a table that are no cards: totals, a header pasted again, remarks and legends. They are told, never taken.

A row with an id of its own is always a card. The others are judged by what stands in them and, below the last card, by
the empty row before them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose
from typing import Any

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import shown
from journey.exchange.layout.columns import Column
from journey.exchange.layout.labels import folded, title_field
from journey.exchange.layout.recognise import FoundTable, words_of
from journey.exchange.layout.report import Job
from journey.exchange.layout.totals import TOTALS, is_total
from journey.exchange.reading.merged import areas_of
from journey.exchange.reading.rows import Row, cell
from journey.exchange.reading.taking import COVERED
from journey.lazy_re import lazy_re

_ONLY_A_LINE = lazy_re(r"[-–—=_*~.·•#|+\s]+")
_REMARK = lazy_re(
    r"""\s*(?:
        [*†‡¹²³→(\[] |
        (?:hinweise?|anmerkung(?:en)?|bemerkung(?:en)?|legende|fußnote|achtung|stand|todo|to\ do|erläuterung(?:en)?|
           remarks?|legend|footnote|attention|as\ of|n\.?b|p\.?s)\b\.?\s*(?:[:\-–\d]|$) |
        (?:stand|as\ of)\s+(?:vom\s+)?[^\W\d]*\.?\s*\d |
        (?:\w+\s+){0,3}\w+:\s*(?:\S.*)?$ |
        .*\s=\s |
        ([-–—=_~\#*])[^\n]*\1\s*$
    )""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_FIRST, _LONG = 300, 50


@dataclass(frozen=True)
class _Look:
    """What the rows of a table are judged by."""

    table: FoundTable
    job: Job
    columns: Mapping[int, Column]
    title: int | None
    last: int
    """The last row with an id of its own."""
    wide: frozenset[int]
    """Rows that merged cells cross."""
    rows: tuple[Row, ...]
    """The rows with an id of their own; all of them where none has one."""

    def above(self, row: Row, place: int) -> list[Any]:
        """What a column holds above a row."""
        return [value for each in self.rows if each.number < row.number and (value := cell(each, place)) is not None]


def cards_among(rows: Sequence[Row], table: FoundTable, job: Job) -> list[Row]:
    """The rows that are cards. Everything else is reported with what stands there."""
    look = _look(rows, table, job)
    words = words_of(table.layout)
    kept: list[Row] = []
    moved: dict[int, int] = {}
    previous, apart = table.header_row, False
    for row in rows:
        apart = apart or row.number > previous + 1
        previous = row.number
        header = {} if row.known and folded(row.id) not in words else _header(row, words)
        if header:
            moved = {place: table.columns[field] for field, place in header.items() if field in table.columns}
            _tell(look, row, "header_again")
            apart = False
            continue
        if any(place != target for place, target in moved.items()):
            row.cells = _moved(row.cells, moved)
        key = _stray(row, look, apart)
        if key:
            _tell(look, row, key)
            apart = apart or key == "remark"
        else:
            kept.append(row)
            apart = False
    return kept


def _look(rows: Sequence[Row], table: FoundTable, job: Job) -> _Look:
    by_field = {column.field: column for column in table.layout.columns}
    columns = {place: by_field[field] for field, place in table.columns.items() if not by_field[field].cells.technical}
    known = tuple(row for row in rows if row.known)
    last = max((row.number for row in known), default=0)
    name = title_field(table.layout.kind) or table.layout.key[0]
    wide = frozenset(area.top for area in areas_of(table) if area.right > area.left)
    return _Look(table, job, columns, table.columns.get(name), last, wide, known or tuple(rows))


def _tell(look: _Look, row: Row, key: str) -> None:
    words = " · ".join(shown(value) for value in row.cells if value not in (None, COVERED, {"formula": ""}))
    look.job.report.add(ProblemSeverity.NOTE, key, look.table.sheet.name, row.number, value=words[:80])


def _header(row: Row, words: Mapping[str, str]) -> dict[str, int]:
    """The places of the fields whose headers a row repeats; nothing when it is no header."""
    filled = [(place, value) for place, value in enumerate(row.cells) if value is not None]
    found: dict[str, int] = {}
    for place, value in filled:
        if isinstance(value, str) and (field := words.get(folded(value))):
            found.setdefault(field, place)
    return found if len(found) >= 2 and 2 * len(found) > len(filled) else {}


def _moved(cells: Sequence[Any], moved: Mapping[int, int]) -> list[Any]:
    """A row that stands below a header of another order, in the table's order."""
    width = max(len(cells), *(target + 1 for target in moved.values()))
    found: list[Any] = [None] * width
    for place, value in enumerate(cells):
        if place in moved:
            found[moved[place]] = value
        elif place not in moved.values():
            found[place] = value
    return found


def _stray(row: Row, look: _Look, apart: bool) -> str:
    """The key of what a row is that is no card; "" for a card."""
    if row.number in look.table.sheet.totals:
        return "total_row"
    if row.known:
        return ""
    filled = {place: value for place in look.columns if (value := cell(row, place)) is not None}
    if not filled:
        return ""
    if _is_total(row, filled, look):
        return "total_row"
    return "remark" if _is_remark(row, filled, look, apart and row.number > look.last) else ""


def _is_total(row: Row, filled: Mapping[int, Any], look: _Look) -> bool:
    """Whether nothing but numbers and the word for a total stands in a row."""
    made = {place for place in filled if (row.number, place) in look.table.sheet.formulas}
    texts = {place: str(value) for place, value in filled.items() if isinstance(value, str) and place not in made}
    labels = [place for place, words in texts.items() if is_total(words) or _subtotal(row, place, look)]
    if (
        not labels
        and any(is_total(words, counted=True) for words in texts.values())
        and (made or _adds_up(row, filled, look))
    ):
        labels = [place for place, words in texts.items() if is_total(words, counted=True)]
    if labels:
        return all(place in labels or len(words) <= 3 for place, words in texts.items())
    if texts or any(isinstance(value, dict) and "date" in value for value in filled.values()):
        return False
    return look.title not in filled or look.title in made


def _subtotal(row: Row, place: int, look: _Look) -> bool:
    """Whether a cell says what a spreadsheet writes below each group of its own: "Profis Ergebnis"."""
    group, _, word = folded(str(cell(row, place))).rpartition(" ")
    named = place == look.title and title_field(look.table.layout.kind)
    return not named and word in TOTALS and group in {folded(str(held)) for held in look.above(row, place)}


def _adds_up(row: Row, filled: Mapping[int, Any], look: _Look) -> bool:
    """Whether the numbers of a row are sums, means or counts of what stands above it."""
    numbers = {place: value for place, value in filled.items() if type(value) in (int, float)}
    return bool(numbers) and all(_is_of(value, look.above(row, place)) for place, value in numbers.items())


def _is_of(value: float, held: Sequence[Any]) -> bool:
    numbers = [each for each in held if type(each) in (int, float)]
    total = sum(numbers)
    return len(numbers) > 1 and any(isclose(value, each) for each in (total, total / len(numbers), len(held)))


def _is_remark(row: Row, filled: Mapping[int, Any], look: _Look, apart: bool) -> bool:
    kind = look.table.layout.kind
    title = filled.get(look.title) if look.title is not None else None
    if _only_lines(filled) or _only_numbers_columns(filled):
        return True
    if len(filled) == 1 and kind != "models":
        if (
            title is None
            or row.number in look.wide
            or (look.table.layout.phases and folded(str(title)) in look.job.phases)
        ):
            return True
        return apart or _reads_like_one(title) or (not title_field(kind) and not _fits(filled, look))
    if isinstance(title, str) and _reads_like_one(title) and (title.rstrip().endswith(":") or not _fits(filled, look)):
        return True
    return apart and (title is None or not _fits(filled, look))


def _only_lines(filled: Mapping[int, Any]) -> bool:
    return all(isinstance(value, str) and bool(_ONLY_A_LINE.fullmatch(value)) for value in filled.values())


def _only_numbers_columns(filled: Mapping[int, Any]) -> bool:
    return len(filled) > 2 and all(str(value).strip(" ().") == str(place + 1) for place, value in filled.items())


def _reads_like_one(value: Any) -> bool:
    return isinstance(value, str) and bool(_REMARK.match(value[:_FIRST]) or _is_sentence(value.strip()))


def _is_sentence(words: str) -> bool:
    return len(words) > _LONG and words.endswith((".", "!", "?", "…"))


def _fits(filled: Mapping[int, Any], look: _Look) -> bool:
    """Whether the phase is there where a card needs one; elsewhere whether every cell holds what its column may hold."""
    phases = [place for place, column in look.columns.items() if column.field in look.table.layout.phases]
    if phases:
        return all(folded(str(filled.get(place, ""))) in look.job.phases for place in phases)
    return all(look.columns[place].cells.fits(value, look.job.language) for place, value in filled.items())
