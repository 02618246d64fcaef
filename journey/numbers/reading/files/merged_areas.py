"""Merged cells and percentages of an open document, which calamine does not tell: call this in a guarded child only."""

from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers.expat import ExpatError, ParserCreate

from journey.numbers.reading.files.open_document import content_of

MOST_AREAS, MOST_REPEATED = 20_000, 1_000

MergedArea = tuple[tuple[int, int], tuple[int, int]]
"""Row and column of the first cell and of the last one, from 0."""


@dataclass
class Untold:
    """Of one sheet the merged areas, and the cells (row and column from 0) whose numbers are shown as percentages."""

    areas: list[MergedArea] = field(default_factory=list)
    percentages: set[tuple[int, int]] = field(default_factory=set)


def untold_of(path: Path) -> dict[str, Untold]:
    """What is untold of each sheet, by its name; nothing of a file that is no open document, or that cannot be read."""
    content = content_of(path) or b""
    if not any(word in content for word in (b"columns-spanned", b"rows-spanned", b'"percentage"')):
        return {}
    seen = _Tables()
    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = seen.start, seen.end
    try:
        parser.Parse(content, True)
    except ExpatError:
        return {}
    return seen.sheets


class _Tables:
    """Counts rows and cells as they come."""

    def __init__(self) -> None:
        self.sheets: dict[str, Untold] = {}
        self._row, self._column, self._repeated = 0, 0, 1
        self._here = Untold()

    def start(self, name: str, given: dict[str, str]) -> None:
        """An element begins."""
        if name == "table:table":
            self._row, self._here = 0, self.sheets.setdefault(given.get("table:name", ""), Untold())
        elif name == "table:table-row":
            self._column, self._repeated = 0, _count(given, "table:number-rows-repeated")
        elif name in ("table:table-cell", "table:covered-table-cell"):
            wide, high = _count(given, "table:number-columns-spanned"), _count(given, "table:number-rows-spanned")
            if (wide > 1 or high > 1) and len(self._here.areas) < MOST_AREAS:
                last = self._row + high - 1, self._column + wide - 1
                self._here.areas.append(((self._row, self._column), last))
            repeated = _count(given, "table:number-columns-repeated")
            if given.get("office:value-type") == "percentage" and len(self._here.percentages) < MOST_AREAS:
                rows = range(self._row, self._row + min(self._repeated, MOST_REPEATED))
                columns = range(self._column, self._column + min(repeated, MOST_REPEATED))
                self._here.percentages.update((row, column) for row in rows for column in columns)
            self._column += repeated

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "table:table-row":
            areas = [area for area in self._here.areas if area[0][0] == self._row]
            for further in range(1, min(self._repeated, MOST_REPEATED) if areas else 0):
                self._here.areas += [
                    ((top + further, left), (low + further, right)) for (top, left), (low, right) in areas
                ]
            self._row += self._repeated


def _count(given: dict[str, str], name: str) -> int:
    written = given.get(name, "1")
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 7 else 1
