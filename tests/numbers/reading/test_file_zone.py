"""The zone that a file names for its times is the one in which its days are told."""

from datetime import UTC, date
from pathlib import Path

import pytest

from journey.numbers.log.tally import first_and_last_day
from journey.numbers.log.wall_clock import wall, wall_time
from journey.numbers.reading import plan_of, preview, read_log
from tests.numbers.reading.files import written


@pytest.mark.parametrize(
    ("times", "zone", "last"),
    [
        (("2026-01-05 10:00:00 +0100", "2026-03-01 00:30:00 +0100"), "+01:00", date(2026, 3, 1)),
        (("2026-01-05 10:00:00 +0100", "2026-07-01 00:30:00 +0200"), "Europe/Berlin", date(2026, 7, 1)),
        (("2026-01-05T10:00:00-0500", "2026-06-30T23:30:00-0400"), "America/New_York", date(2026, 6, 30)),
        (("2026-01-05T10:00:00Z", "2026-03-01T00:30:00Z"), "UTC", date(2026, 3, 1)),
        (("2026-01-05T10:00:00+01:00", "2026-03-01T00:30:00+09:00"), "UTC", date(2026, 2, 28)),
        (("2026-01-05 10:00:00", "2026-03-01 00:30:00"), "", date(2026, 3, 1)),
    ],
)
def test_days_are_those_of_the_file_s_own_zone(tmp_path: Path, times: tuple[str, str], zone: str, last: date) -> None:
    rows = [f"{case},{time},{what}" for case in range(3) for time, what in zip(times, ("a", "b"), strict=True)]
    path = written(tmp_path, "\n".join(["customer,time,event", *rows]))
    looked = preview(path)
    log = read_log(path, plan_of(looked)).log
    assert (looked.zone, log.zone) == (zone, zone)
    assert first_and_last_day(log) == (date(2026, 1, 5), last)
    assert wall(log, log.time).tolist() == [_as_shown(int(time), zone) for time in log.time]


def test_a_column_that_is_called_utc_is_in_utc(tmp_path: Path) -> None:
    path = written(
        tmp_path, "customer,Created (UTC),event\n" + "".join(f"{n},2026-01-0{n} 10:00,a\n" for n in (1, 2, 3)) * 2
    )
    assert preview(path).zone == "UTC"


def _as_shown(time: int, zone: str) -> int:
    return round(wall_time(time, zone).replace(tzinfo=UTC).timestamp() * 1e6)
