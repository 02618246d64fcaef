"""Live rooms in the hidden sheet: packed records, so that they come along with the workbook. What does not fit what rooms are is not read."""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable

from pydantic import TypeAdapter, ValidationError

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.lists import ROOMS
from journey.exchange.layout.recognise import Found
from journey.exchange.layout.report import Job
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
