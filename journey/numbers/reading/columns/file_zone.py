"""Which zone a file's times are in, as it says itself: by offsets or names beside them, a column, or a column's name."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.names import normal
from journey.numbers.reading.plan import TimeFormat
from journey.numbers.reading.times.worded import IMPOSSIBLE, worded_time
from journey.numbers.reading.times.zones import without_zone

_MOST, _ENOUGH = 600, 0.95
_IN_NAME = lazy_re(r"\b(?:utc|gmt)\b")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_REGIONS = (
    "Europe/Berlin", "Europe/London", "Europe/Helsinki", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles",
    "America/Halifax", "Australia/Sydney", "Pacific/Auckland", "America/Santiago",
)  # fmt: skip
"""One place for each way of changing the clocks that shops know; who writes two offsets an hour apart follows one of them."""


def zone_of_file(
    columns: Sequence[ColumnLook],
    rows: Sequence[Sequence[str]],
    timed: Iterable[str],
    beside: Mapping[str, tuple[str, ...]],
) -> str:
    """The zone of the columns of times: a region, an offset like +01:00, or UTC; "" where the file names none, UTC where it
    names several that are no summer and winter of one place. `beside`: the columns of clock and zone of each."""
    place = {column.name: number for number, column in enumerate(columns)}
    looks = [columns[place[name]] for name in timed if name in place]
    seen: list[tuple[datetime, timedelta]] = []
    regions: set[str] = set()
    filled = 0
    for look in looks:
        at = [place[look.name], *(place[other] for other in beside.get(look.name, ()) if other in place)]
        for row in rows[:: max(len(rows) * len(looks) // _MOST, 1)]:
            if not row[at[0]].strip():
                continue
            filled += 1
            text = " ".join(row[one].strip() for one in at)
            zone = without_zone(text)[1]
            time = worded_time(text, look.time or TimeFormat.ISO) if zone else IMPOSSIBLE
            if zone and time > IMPOSSIBLE:
                when = _EPOCH + timedelta(microseconds=time)
                seen.append((when, when.astimezone(zone).utcoffset() or timedelta()))
                regions.add(zone.key if isinstance(zone, ZoneInfo) else "")
    if len(seen) < _ENOUGH * filled or not seen:
        return "UTC" if looks and all(_IN_NAME.search(normal(look.name)) for look in looks) else ""
    if len(regions) == 1 and (region := regions.pop()):
        return region
    return _named({offset for _, offset in seen}, seen)


def _named(offsets: set[timedelta], seen: Sequence[tuple[datetime, timedelta]]) -> str:
    if len(offsets) == 1:
        minutes = next(iter(offsets)) // timedelta(minutes=1)
        return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "UTC"
    for region in _REGIONS:
        zone = ZoneInfo(region)
        if all(when.astimezone(zone).utcoffset() == offset for when, offset in seen):
            return region
    return "UTC"
