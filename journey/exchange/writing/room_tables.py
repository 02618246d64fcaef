"""What live rooms said as CSV tables, with the record that comes back. A spreadsheet that saves such a table again writes days
its own way, so a seal is of what stands there whatever the order of a day's parts."""

from collections.abc import Iterable, Mapping, Sequence

from journey.exchange.layout.labels import folded
from journey.exchange.layout.lean_sheet import Cell
from journey.exchange.layout.lists import ROOMS, ROOMS_SAID
from journey.exchange.layout.room_records import packed
from journey.exchange.layout.sealed import ROOM_SHEETS, seal_of, sheet_name
from journey.exchange.writing.room_sheets import rows_of_rooms, table_of
from journey.lazy_re import lazy_re
from journey.live import RoomRecord, without_people
from journey.model import Language, Workshop

_DAY = lazy_re(r"(\d{1,4})([-./])(\d{1,2})\2(\d{1,4})")


def room_tables(
    workshop: Workshop, rooms: Sequence[RoomRecord], language: Language
) -> dict[str, Sequence[Sequence[Cell]]]:
    """The rows of each table that says something, its head first, by its name among ROOM_SHEETS."""
    told = rows_of_rooms(workshop, (without_people(record).state() for record in rooms))
    return {sheet: table_of(sheet, told[sheet], language) for sheet in ROOM_SHEETS if told[sheet]}


def room_lists(rooms: Sequence[RoomRecord], written: Mapping[str, Iterable[Sequence[str]]]) -> dict[str, list[str]]:
    """The columns of the hidden list: the record, and a seal of each table below its head. `written` are cells as they stand in
    the files."""
    seals = [f"{sheet} {seal_of(as_said(cell) for row in rows for cell in row)}" for sheet, rows in written.items()]
    return {ROOMS: packed(map(without_people, rooms)), ROOMS_SAID: seals}


def is_of_rooms(name: str) -> bool:
    """Whether a table is called like one of these."""
    return folded(name) in {folded(sheet_name(sheet, each)) for sheet in ROOM_SHEETS for each in Language}


def as_said(cell: str) -> str:
    """A cell as it is compared with its seal: a day as its parts, in whatever order they stood."""
    day = _DAY.fullmatch(cell.strip())
    return "/".join(sorted(str(int(part)) for part in (day[1], day[3], day[4]))) if day else cell
