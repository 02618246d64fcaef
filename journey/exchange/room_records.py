"""Live rooms in the hidden sheet: packed records, so that they come along with the workbook. What does not fit what rooms are is not read."""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable

from pydantic import TypeAdapter, ValidationError

from journey.exchange.guard import Cells
from journey.exchange.lists import ROOMS, ROOMS_SAID
from journey.exchange.problems import ProblemSeverity
from journey.exchange.recognise import Found
from journey.exchange.report import Job
from journey.exchange.room_sheets import room_sheets_in, seal_of
from journey.live import RoomRecord

MOST_BYTES = 64 * 1024 * 1024
"""So large may what is packed be."""
_A_CELL = 30_000
_RECORDS: TypeAdapter[tuple[RoomRecord, ...]] = TypeAdapter(tuple[RoomRecord, ...])


def packed(rooms: Iterable[RoomRecord]) -> list[str]:
    """Rooms as cells of the hidden sheet."""
    words = b64encode(zlib.compress(_RECORDS.dump_json(tuple(rooms)), 9)).decode()
    return [words[start : start + _A_CELL] for start in range(0, len(words), _A_CELL)]


def unpacked(found: Found, job: Job) -> tuple[RoomRecord, ...]:
    """The rooms of a workbook; those that cannot be read are told."""
    cells = found.lists.get(ROOMS)
    if not cells:
        return ()
    try:
        unpacking = zlib.decompressobj()
        words = unpacking.decompress(b64decode("".join(cells), validate=True), MOST_BYTES)
        if not unpacking.eof:
            raise ValueError("more than a workbook's rooms are")
        return _RECORDS.validate_json(words)
    except (ValueError, zlib.error, ValidationError):
        job.report.add(ProblemSeverity.ERROR, "rooms_unreadable", done="rooms_left_out")
        return ()


def tell_room_edits(cells: Cells, found: Found, job: Job) -> None:
    """Report a sheet of rooms that says something else than when the workbook was written."""
    written = dict(entry.partition(" ")[::2] for entry in found.lists.get(ROOMS_SAID, ()))
    for sheet, held in room_sheets_in(cells.sheets, found.lists).items():
        here = seal_of(value for _, row in held.rows[1:] for value in row)
        if here != written[sheet]:
            job.report.add(ProblemSeverity.NOTE, "room_edit", held.name, done="room_only")
