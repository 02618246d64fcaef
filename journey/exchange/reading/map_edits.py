"""What somebody wrote into a map's sheet or took out of it: maps are drawn from the tables, so this is only told."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from journey.exchange.guarding.guard import Cells, CellSheet
from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import shown
from journey.exchange.layout.labels import folded
from journey.exchange.layout.lean_sheet import column_letters
from journey.exchange.layout.lists import MAPS
from journey.exchange.layout.recognise import Found
from journey.exchange.layout.report import Job
from journey.lazy_re import lazy_re
from journey.model import Language
from journey.texts import text

_ESCAPE = lazy_re(r"_x([0-9A-Fa-f]{4})_")


def tell_map_edits(cells: Cells, found: Found, job: Job) -> None:
    """Report each cell of a map that says something else than when the workbook was written. Words that only moved are
    none, nor is anything told of a workbook that does not know what its map said."""
    for key, name in MAPS.items():
        _tell_of(key, {folded(text(f"exchange.sheet.{name}", language)) for language in Language}, cells, found, job)


def _tell_of(key: str, names: Container[str], cells: Cells, found: Found, job: Job) -> None:
    sheet = next((sheet for sheet in cells.sheets if folded(sheet.name) in names), None)
    entries = (entry.partition(" ")[::2] for entry in found.lists.get(key, ()))
    written = {cell: plain for cell, words in entries if (plain := _plain(words))}
    if sheet is None or not written:
        return
    here = dict(_words(sheet))
    moved = Counter(words for cell, words in written.items() if here.get(cell) != words)
    for cell, words in here.items():
        if written.get(cell) == words:
            continue
        if moved[words]:
            moved[words] -= 1
        else:
            _tell(sheet, cell, "map_edit", words, job)
    for cell, words in _gone(written, here):
        if moved[words]:
            moved[words] -= 1
            _tell(sheet, cell, "map_gone", words, job)


def _words(sheet: CellSheet) -> Iterator[tuple[str, str]]:
    for number, values in sheet.rows:
        for place, value in enumerate(values):
            words = _plain(value if isinstance(value, str) else shown(value)) if value is not None else ""
            if words:
                yield f"{column_letters(place)}{number}", words


def _gone(written: Mapping[str, str], here: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((cell, words) for cell, words in written.items() if cell not in here)


def _tell(sheet: CellSheet, cell: str, key: str, words: str, job: Job) -> None:
    row = int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    job.report.add(ProblemSeverity.NOTE, key, sheet.name, row, cell=cell, value=words[:300], done="map_only")


def _plain(words: str) -> str:
    """Words without what programs change when they save formatted text: spaces, and what looks like an escape."""
    return " ".join(_ESCAPE.sub(lambda found: chr(int(found[1], 16)), words).split())
