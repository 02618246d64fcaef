"""True line numbers of bad rows: looked for only where there are some."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from journey.numbers.reading.files.kinds import opened
from journey.numbers.reading.files.records import records
from journey.numbers.reading.files.source import LogTable, text_of
from journey.numbers.reading.outcome import SHOWN_LINES
from journey.numbers.reading.plan import LogPlan

_CHUNK = 1 << 24


class Lines(NamedTuple):
    """Lines (from 1) of rows by their places among the good ones, and of the first rows that could not be parted."""

    of_rows: Mapping[int, int]
    unreadable: tuple[int, ...] = ()


def true_lines(source: LogTable, plan: LogPlan, places: Iterable[int], rejected: Sequence[int]) -> Lines:
    """The lines of rows by their places (from 0) among the rows that DuckDB read. `rejected`: the bytes at which it says
    that rows begin which it could not part; behind empty lines that is not quite true."""
    wanted = sorted(set(places))
    if source.file is None or not (wanted or rejected):
        return Lines({})
    if not _is_one_row_a_line(source.file, plan.quote.encode()):
        return _walked(source, plan, wanted, min(len(rejected), SHOWN_LINES))
    lost = _lines_of_bytes(source, rejected)
    above = source.above + source.skip + 1
    return Lines({place: _past(above + place, lost) for place in wanted}, tuple(lost[:SHOWN_LINES]))


def _lines_of_bytes(source: LogTable, positions: Sequence[int]) -> list[int]:
    """The lines (from 1) on which places in the file's bytes stand."""
    if source.file is None or not positions:
        return []
    ascending = np.array(sorted(positions), np.int64)
    before = np.zeros(len(ascending), np.int64)
    begins = ended = 0
    with opened(source.file) as stream:
        while begins <= ascending[-1] and (chunk := stream.read(_CHUNK)):
            ends = np.flatnonzero(np.frombuffer(chunk, np.uint8) == ord("\n"))
            here = (ascending >= begins) & (ascending < begins + len(chunk))
            before[here] = ended + np.searchsorted(ends, ascending[here] - begins)
            begins, ended = begins + len(chunk), ended + len(ends)
        before[ascending >= begins] = ended
    return [source.above + 1 + int(count) for count in before]


def _past(line: int, lost: Sequence[int]) -> int:
    """A line counted among the good ones, moved behind the lost ones above it."""
    for bad in lost:
        if bad > line:
            break
        line += 1
    return line


def _is_one_row_a_line(file: Path, quote: bytes) -> bool:
    """Whether there are neither quotes nor empty lines."""
    before = b""
    with opened(file) as stream:
        while chunk := stream.read(_CHUNK):
            seam = before[-3:] + chunk[:3]
            for part in (chunk, seam):
                if quote in part or b"\n\n" in part or b"\n\r\n" in part or b"\n " in part:
                    return False
            before = chunk
    return True


def _walked(source: LogTable, plan: LogPlan, wanted: Sequence[int], unreadable: int) -> Lines:
    assert source.file is not None  # noqa: S101 - the caller looked
    found: dict[int, int] = {}
    lost: list[int] = []
    sought = iter(wanted)
    next_one, place = next(sought, -1), -1
    with text_of(source.file, "utf-8", "surrogateescape") as stream:
        for _ in range(source.skip):
            stream.readline()
        for line, cells in records(stream, plan.dialect, len(plan.names), source.above + source.skip + 1):
            if cells is None:
                lost.append(line)
            else:
                place += 1
                if place == next_one:
                    found[place] = line
                    next_one = next(sought, -1)
            if len(found) == len(wanted) and len(lost) >= unreadable:
                break
    return Lines(found, tuple(lost[:unreadable]))
