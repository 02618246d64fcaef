"""A sheet that somebody brings, as cells by row and column: what stands in them, and which ones are merged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from journey.exchange.guarding.guard import CellSheet
from journey.exchange.layout.cells import in_percent
from journey.lazy_re import lazy_re

MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 3_000, 200, 60_000
_AREA = lazy_re(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_MOST_COVERED = 20_000
_ERROR = lazy_re(
    r"#(?:DIV/0!|REF!|BEZUG!|N/A|NV|NAME\?|VALUE!|WERT!|NUM!|ZAHL!|NULL!|SPILL!|ÜBERLAUF!|CALC!|KALK!)|Err:5\d\d"
)
"""An error that a program wrote as text."""
_NO_DAY = lazy_re(r"(?:1899-12-3[01]|1904-01-01)T(?=\d\d:)")
"""Before a time of day that has no day."""
_DASHES = {"-", "–", "—", "−"}

SheetSpot = tuple[int, int]
"""A row and a column of a grid, both from 0."""


@dataclass(frozen=True)
class SheetGrid:
    """A sheet: `rows` are all as long, with values as the guarded reader gives them. `numbers` are the rows' numbers in the
    file. `covered` says for each cell under a merged one which cell holds its value. `cut`: how many rows were left out
    because there were too many. `turned`: rows were columns."""

    name: str
    rows: tuple[tuple[Any, ...], ...]
    numbers: tuple[int, ...]
    covered: Mapping[SheetSpot, SheetSpot] = field(default_factory=dict)
    cut: int = 0
    turned: bool = False

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    def raw(self, row: int, column: int) -> Any:
        """What stands in a cell itself."""
        return self.rows[row][column]

    def words(self, row: int, column: int) -> str:
        """The words in a cell itself; "" for nothing."""
        return words_of(self.rows[row][column])

    def spanned(self, row: int, column: int) -> str:
        """The words in a cell, or in the merged one that covers it."""
        return self.words(*self.covered.get((row, column), (row, column)))

    def across(self) -> "SheetGrid":
        """The grid with rows for columns. Its spots are `flipped`."""
        covered = {spot[::-1]: holder[::-1] for spot, holder in self.covered.items()}
        columns = tuple(zip(*self.rows, strict=True))
        return replace(
            self, rows=columns, numbers=tuple(range(1, len(columns) + 1)), covered=covered, turned=not self.turned
        )


def flipped(spot: SheetSpot) -> SheetSpot:
    """A spot of a turned grid in the grid that it was."""
    return spot[1], spot[0]


def words_of(raw: Any) -> str:
    """A cell's value as people read it; "" for nothing, a dash, an error and a formula without a result."""
    match raw:
        case None:
            return ""
        case str():
            plain = raw.strip()
            return "" if plain in _DASHES else plain
        case bool():
            return "TRUE" if raw else "FALSE"
        case int() | float():
            return f"{raw:.15g}"
        case {"percent": value}:
            return f"{in_percent(value):.15g} %"
        case {"date": value}:
            return _NO_DAY.sub("", str(value)).removesuffix("T00:00:00").replace("T", " ")
    return ""


def is_lost(raw: Any) -> bool:
    """Whether a cell has an error, or a formula without a result."""
    return isinstance(raw, dict) and ("error" in raw or "formula" in raw)


def grid_of(sheet: CellSheet) -> SheetGrid:
    """A workbook's sheet without the empty rows at its end and the empty columns at its right."""
    numbered = {number: cells for number, cells in sheet.rows if any(words_of(cell) or is_lost(cell) for cell in cells)}
    return _grid(sheet.name, numbered, sheet.merged)


def grid_of_rows(name: str, rows: Iterable[Sequence[Any]]) -> SheetGrid:
    """A grid of rows that are numbered from 1."""
    filled = {number: list(cells) for number, cells in enumerate(rows, 1) if any(words_of(each) for each in cells)}
    return _grid(name, filled, ())


def _grid(name: str, numbered: Mapping[int, list[Any]], merged: Sequence[str]) -> SheetGrid:
    numbers = sorted(numbered)
    kept = numbers[:MOST_ROWS]
    width = min(MOST_COLUMNS, max((_filled(numbered[number]) for number in kept), default=0))
    kept = kept[: MOST_CELLS // max(width, 1)]
    rows = tuple((*map(_read, numbered[n][:width]), *(None,) * (width - len(numbered[n]))) for n in kept)
    places = {number: place for place, number in enumerate(kept)}
    return SheetGrid(name, rows, tuple(kept), _covered(merged, places, width), len(numbers) - len(kept))


def _read(raw: Any) -> Any:
    return {"error": raw} if isinstance(raw, str) and _ERROR.fullmatch(raw.strip()) else raw


def _filled(cells: Sequence[Any]) -> int:
    return max((place for place, cell in enumerate(cells, 1) if words_of(cell) or is_lost(cell)), default=0)


def _covered(merged: Sequence[str], places: Mapping[int, int], width: int) -> dict[SheetSpot, SheetSpot]:
    covered: dict[SheetSpot, SheetSpot] = {}
    for reference in merged:
        found = _AREA.fullmatch(reference)
        top = places.get(int(found[2])) if found else None
        if found is None or top is None:
            continue
        left, right = _place(found[1]), min(_place(found[3]), width - 1)
        for number in range(int(found[2]), min(int(found[4]), int(found[2]) + MOST_ROWS) + 1):
            for column in range(left, right + 1):
                if number in places and len(covered) < _MOST_COVERED:
                    covered[places[number], column] = top, left
    return {spot: holder for spot, holder in covered.items() if holder[1] < width}


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1
