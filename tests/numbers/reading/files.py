"""Files for tests of reading, written on the spot, and what is read from them as plain Python."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from journey.model import Language
from journey.numbers.log.coded import CodedLog
from journey.numbers.reading import LogReading, SkippedKind, TimeFormat, plan_of, preview, read_log

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
Event = tuple[object, ...]


def written(folder: Path, text: str, encoding: str = "utf-8", name: str = "log.csv") -> Path:
    """A text file in a folder."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def a_csv(*rows: Sequence[object], delimiter: str = ",", ends: str = "\n") -> str:
    """Rows as text, cells as they are."""
    return "".join(delimiter.join(map(str, row)) + ends for row in rows)


def read(
    path: Path,
    columns: Mapping[str, str] | None = None,
    times: Mapping[str, TimeFormat] | None = None,
    sheet: str = "",
    language: Language = Language.DE,
) -> LogReading:
    """The file read as its preview suggests, or with other columns or formats."""
    return read_log(path, plan_of(preview(path, sheet=sheet, language=language), columns, times=times))


def cases(log: CodedLog) -> list[list[Event]]:
    """The events of each case in order, as (time, activity, attributes and amounts by name); cases in any order sorted."""
    found: dict[int, list[Event]] = {}
    for event in range(log.events):
        coded = [log.activity, *(log.attributes[name] for name in sorted(log.attributes))]
        names = [column.names[code] if (code := column.codes[event]) >= 0 else "" for column in coded]
        amounts = [
            None if (value := log.amounts[name][event]) != value else float(value) for name in sorted(log.amounts)
        ]
        found.setdefault(int(log.case[event]), []).append((int(log.time[event]), *names, *amounts))
    return sorted(found.values(), key=repr)


def times(log: CodedLog) -> list[str]:
    """All times, in order, as ISO texts."""
    return [
        (EPOCH + timedelta(microseconds=int(time))).strftime("%Y-%m-%d %H:%M:%S.%f")[:-7] for time in sorted(log.time)
    ]


def skipped(reading: LogReading) -> dict[SkippedKind, tuple[int, tuple[int, ...]]]:
    """Count and lines of each kind of bad row."""
    return {skipped.kind: (skipped.count, skipped.lines) for skipped in reading.skipped}
