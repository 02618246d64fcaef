"""Finds the tables of a workbook by their headers, in either language, whatever sheets and columns are called or moved."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from journey.exchange.guarding.guard import Cells, CellSheet
from journey.exchange.layout.cells import shown
from journey.exchange.layout.columns import Sheet
from journey.exchange.layout.labels import folded, formerly, title_field
from journey.exchange.layout.lists import FORMAT, FORMAT_NUMBER, LANGUAGE, MAPS
from journey.exchange.layout.sealed import sealed_sheets
from journey.exchange.layout.tables import FORM, TABLES
from journey.lazy_re import lazy_re
from journey.model import KINDS, Language
from journey.texts import text

HEADER_ROWS = 10
"""How far down a header may have slipped."""
CONTACTS = lazy_re(
    r"e-?mail.*|phone.*|telefon.*|mobil.*|company|firma|unternehmen|deal.*|lead.*|opportunity.*|close date|umsatz|betrag",
    re.IGNORECASE,
)
"""Headers of lists of people and deals, as a CRM writes them."""
_ONLY_OURS = {"answers", "audit", "limits", "logs", "rounds", "silenced"}
"""Tables that nobody but this app makes: their cards say what the app's own rules are called."""
_NUMBER = lazy_re(r"([0-9]{1,9})(?:\.0+)?")


@dataclass(frozen=True)
class FoundTable:
    """A table in a sheet: which column holds which field, the headers as they stand there, and those of no field."""

    layout: Sheet
    sheet: CellSheet
    header_row: int
    columns: dict[str, int]
    headers: dict[str, str]
    foreign: tuple[str, ...]
    trusted: bool = False
    """It comes from a workbook of this app, whatever was deleted from it."""

    @property
    def free(self) -> tuple[int, ...]:
        """The places, from 0, of columns that have cells but no header."""
        named = {*self.columns.values(), *(p for p, value in enumerate(self.row(self.header_row)) if value is not None)}
        width = max((len(cells) for _, cells in self.rows), default=0)
        return tuple(place for place in range(width) if place not in named)

    @property
    def rows(self) -> Iterable[tuple[int, list[Any]]]:
        """The rows below the header with their numbers."""
        return (row for row in self.sheet.rows if row[0] > self.header_row)

    def row(self, number: int) -> list[Any]:
        """The cells of a row; none when it is empty."""
        rows = self.sheet.rows
        at = bisect_left(rows, number, key=lambda row: row[0])
        return rows[at][1] if at < len(rows) and rows[at][0] == number else []


@dataclass(frozen=True)
class FoundForm:
    """The frame's form: row number, label as it stands there, and value of each field; `beside` is how many columns a value
    stands behind its label."""

    sheet: CellSheet
    values: dict[str, tuple[int, str, Any]]
    beside: int = 1


@dataclass(frozen=True)
class Found:
    """Everything that was recognised. `lists` are the columns of the hidden sheet, `unknown` sheets of nobody's."""

    tables: dict[str, FoundTable]
    form: FoundForm | None
    lists: dict[str, list[str]]
    language: Language
    unknown: tuple[str, ...]

    @property
    def newer(self) -> bool:
        """Whether only newer apps know the workbook's format."""
        number = _NUMBER.fullmatch("".join(self.lists.get(FORMAT, [])[:1]))
        return number is not None and int(number[1]) > FORMAT_NUMBER


def recognised(cells: Cells, language: Language) -> Found:
    """What is in a workbook; `language` decides where nothing else tells."""
    lists_sheet, lists = _lists(cells)
    told = sealed_sheets(cells.sheets, lists).values()
    rest = [s for s in cells.sheets if s is not lists_sheet and s.rows and all(s is not each for each in told)]
    tables = _tables(rest, bool(lists))
    rest = [sheet for sheet in rest if all(sheet is not table.sheet for table in tables.values())]
    form = _form(rest)
    maps = {folded(text(f"exchange.sheet.{name}", each)) for name in MAPS.values() for each in Language}
    unknown = (s.name for s in rest if not (form and s is form.sheet) and folded(s.name) not in maps)
    written = lists.get(LANGUAGE, [""])[:1]
    spoken = next((each for each in Language if [each.value] == written), None) or _spoken(tables, language)
    return Found(tables, form, lists, spoken, tuple(unknown))


def _lists(cells: Cells) -> tuple[CellSheet | None, dict[str, list[str]]]:
    for sheet in cells.sheets:
        if sheet.rows and FORMAT in sheet.rows[0][1]:
            keys = [str(key) for key in sheet.rows[0][1]]
            columns: dict[str, list[str]] = {key: [] for key in keys}
            for _, values in sheet.rows[1:]:
                for key, value in zip(keys, values, strict=False):
                    if value is not None:
                        columns[key].append(str(value))
            return sheet, columns
    return None, {}


def words_of(layout: Sheet) -> dict[str, str]:
    """Headers in both languages with their fields, former ones too."""
    former = {folded(word): c.field for c in layout.columns for word in formerly(f"{layout.kind}.{c.field}")}
    return former | {folded(column.header(each)): column.field for each in Language for column in layout.columns}


def _tables(sheets: list[CellSheet], ours: bool) -> dict[str, FoundTable]:
    """The best sheet for each table, the best match first. `ours`: the workbook has the hidden sheet of this app."""
    matches = []
    heads = [[_HeaderRow.of(*row) for row in sheet.rows[:HEADER_ROWS]] for sheet in sheets]
    for layout in TABLES:
        words = words_of(layout)
        names = {folded(layout.name(each)) for each in Language}
        for place, (sheet, rows) in enumerate(zip(sheets, heads, strict=True)):
            table = _match(layout, sheet, rows, words)
            if table is None:
                continue
            named = folded(sheet.name) in names
            table = replace(table, trusted=(ours and named) or {"id", "rank"} <= table.columns.keys())
            score = _score(table, named)
            if score and (table.trusted or _is_whole(table)):
                matches.append((-score, place, table))
    found: dict[str, FoundTable] = {}
    taken: set[int] = set()
    for _, place, table in sorted(matches, key=lambda match: match[:2]):
        if table.layout.kind not in found and place not in taken:
            found[table.layout.kind] = table
            taken.add(place)
    return {layout.kind: found[layout.kind] for layout in TABLES if layout.kind in found}


@dataclass(frozen=True)
class _HeaderRow:
    """A row that may be a header: its values, and the words at places of it, as they stand there and without a remark."""

    number: int
    values: Sequence[Any]
    whole: dict[int, str]
    bare: dict[int, str]

    @classmethod
    def of(cls, number: int, values: Sequence[Any]) -> "_HeaderRow":
        words = {place: value for place, value in enumerate(values) if isinstance(value, str)}
        whole = {place: folded(value) for place, value in words.items()}
        return cls(number, values, whole, {place: folded(_REMARKED.sub("", value)) for place, value in words.items()})

    def names_any(self, words: dict[str, str]) -> bool:
        return not words.keys().isdisjoint(self.whole.values()) or not words.keys().isdisjoint(self.bare.values())


def _match(layout: Sheet, sheet: CellSheet, rows: list[_HeaderRow], words: dict[str, str]) -> FoundTable | None:
    best: FoundTable | None = None
    for row in rows:
        if not row.names_any(words):  # most rows of most sheets: each is held against every table
            continue
        columns, foreign = _columns(row, words)
        if best is None or len(columns) > len(best.columns):
            headers = {field: str(row.values[place]) for field, place in columns.items()}
            best = FoundTable(layout, sheet, row.number, columns, headers, tuple(foreign))
    return best


def _columns(row: _HeaderRow, words: dict[str, str]) -> tuple[dict[str, int], list[str]]:
    """The places of the fields that a row's headers name, and the other headers. A header with a remark ("Phase (needed) *")
    is its field's where none is without."""
    columns: dict[str, int] = {}
    for names in (row.whole, row.bare):
        for place, name in names.items():
            field = words.get(name)
            if field and field not in columns and place not in columns.values():
                columns[field] = place
    taken = columns.values()
    return columns, [shown(v) for place, v in enumerate(row.values) if v is not None and place not in taken]


_REMARKED = lazy_re(r"(?<=\S)(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|[*:†]))+\s*$")


def _is_whole(table: FoundTable) -> bool:
    """Whether a foreign table has all that its cards need, and whether most of its columns are understood."""
    kind = table.layout.kind
    if kind in _ONLY_OURS or sum(bool(CONTACTS.fullmatch(header.strip())) for header in table.foreign) > 1:
        return False
    needed = {name for name, field in KINDS[kind].model_fields.items() if field.is_required()} & table.layout.fields
    needed |= {name} if (name := title_field(kind)) else set(table.layout.key)
    return needed - {"id"} <= table.columns.keys() and len(table.columns) >= len(table.foreign)


def _score(table: FoundTable, named: bool) -> float:
    """How sure a match is; 0 when it is not. Columns that every table has prove nothing."""
    technical = {column.field for column in table.layout.columns if column.cells.technical}
    telling = len(table.columns.keys() - technical)
    if telling < (1 if named else 2):
        return 0.0
    share = telling / (len(table.layout.columns) - len(technical))
    return telling + share + (3 if named else 0) - len(table.foreign) / 4 + 0.01


def _form(sheets: list[CellSheet]) -> FoundForm | None:
    words = words_of(FORM)
    names = {folded(FORM.name(each)) for each in Language}
    forms = [_form_of(sheet, words) for sheet in sheets]
    sure = [form for form in forms if len(form.values) >= (1 if folded(form.sheet.name) in names else 4)]
    return max(sure, key=lambda form: len(form.values), default=None)


def _form_of(sheet: CellSheet, words: dict[str, str]) -> FoundForm:
    found: dict[str, tuple[int, str, list[Any]]] = {}
    for number, row in sheet.rows:
        place = next((place for place, value in enumerate(row) if isinstance(value, str)), 0)
        label = row[place] if isinstance(row[place], str) else ""
        field = words.get(folded(label))
        if field and field not in found:
            found[field] = (number, label, row[place + 1 :])
    beside = _beside([values for _, _, values in found.values()])
    held = {
        field: (number, label, values[beside - 1] if beside <= len(values) else None)
        for field, (number, label, values) in found.items()
    }
    return FoundForm(sheet, held, beside)


def _beside(rows: Sequence[list[Any]]) -> int:
    """How far values stand from their labels: one column, unless nothing at all stands there."""
    first = Counter(next((place for place, v in enumerate(row, 1) if v is not None), 0) for row in rows)
    return 1 if first[1] else max(first, key=lambda place: (place > 0, first[place]), default=1) or 1


def _spoken(tables: dict[str, FoundTable], language: Language) -> Language:
    """The language of most headers."""
    votes: Counter[Language] = Counter({language: 0})
    for table in tables.values():
        for column in table.layout.columns:
            header = folded(table.headers.get(column.field, ""))
            votes.update(each for each in Language if header == folded(column.header(each)))
    best = max(votes.values())
    return language if votes[language] == best else max(votes, key=lambda each: votes[each])
