"""Times as the clocks of the log's own zone show them: days, weeks and months are those of the place that wrote the file."""

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import numpy as np

from journey.numbers.log.coded import CodedLog, Times

_HOUR = 3_600_000_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def wall(log: CodedLog, times: Times) -> Times:
    """Times of a log (microseconds since 1970 in UTC) in its zone, as if that were UTC; the same where it names none."""
    if log.zone in ("", "UTC") or not len(times):
        return times
    if "/" not in log.zone:
        return times + _fixed(log.zone)
    hours = times // _HOUR
    first = int(hours.min())
    ahead = np.array([_ahead(log.zone, hour) for hour in range(first, int(hours.max()) + 1)])
    shifted: Times = times + ahead[hours - first]
    return shifted


def knows_clocks(log: CodedLog) -> bool:
    """Whether some time of a log is not midnight: else it knows days alone."""
    return bool((wall(log, log.time) % (24 * _HOUR)).any())


def wall_time(microseconds: int, zone: str) -> datetime:
    """A moment as the clocks of a zone show it, without one; see `wall`."""
    ahead = 0 if zone in ("", "UTC") else _ahead(zone, microseconds // _HOUR) if "/" in zone else _fixed(zone)
    return (_EPOCH + timedelta(microseconds=microseconds + ahead)).replace(tzinfo=None)


def _fixed(zone: str) -> int:
    """The microseconds of an offset like +01:00."""
    hours, minutes = zone[1:].split(":")
    return (-1 if zone.startswith("-") else 1) * (int(hours) * 60 + int(minutes)) * 60_000_000


@cache
def _ahead(zone: str, hour: int) -> int:
    offset = (_EPOCH + timedelta(hours=hour)).astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    return offset // timedelta(microseconds=1)
