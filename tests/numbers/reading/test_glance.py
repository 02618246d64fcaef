"""The first events that people see before the reading are those that the reading finds."""

from pathlib import Path

import pytest

from journey.numbers.reading import first_events, plan_of, preview, read_log
from tests.numbers.reading.files import a_csv, written

TABLES = [
    [("Kunde", "Datum", "Uhrzeit", "Aktion"), ("K1", "05.01.26", "9:05", "a"), ("K1", "05.01.26", "9:06", "b"), ("K2", "13.01.26", "9:07", "a")],
    [("case", "time", "activity"), ("1", "1767344700", "a"), ("1", "1767344800", "b"), ("2", "1767344900", "a")],
    [("Kunde", "Anfrage", "Auftrag"), ("K1", "2026-01-05", "2026-01-07"), ("K2", "2026-01-06", ""), ("K3", "2026-01-06", "1970-01-01")],
    [("Deal Name", "Deal Stage", "Create Date", "Close Date"), ("A", "Closed won", "2026-01-05", "2026-02-05"), ("B", "Offer", "2026-01-06", "2026-02-05")],
    [("idVisit", "visitorId", "timestamp (actionDetails 0)", "pageTitle (actionDetails 0)", "type (actionDetails 0)"), ("1", "a", "1767344700", "", "goal"), ("2", "b", "1767344800", "Home", "action")],
    [("id", "Wann", "Ereignis"), ("1", "Fr, 02.01.2026 um 09:05 Uhr", "Mail an a@example.org"), ("1", "Sa, 03.01.2026 um 09:05 Uhr", "Kauf")],
]  # fmt: skip


@pytest.mark.parametrize("table", TABLES)
def test_a_glance_shows_what_will_be_read(tmp_path: Path, table: list[tuple[str, ...]]) -> None:
    path = written(tmp_path, a_csv(*table, delimiter=";"))
    looked = preview(path)
    plan = plan_of(looked)
    log = read_log(path, plan).log
    read = sorted(
        (int(time), log.activity.names[code]) for time, code in zip(log.time, log.activity.codes, strict=True)
    )
    seen = first_events(looked, plan)
    assert sorted((each.time, each.activity) for each in seen) == read
    assert [each.row for each in seen] == sorted(each.row for each in seen)
    assert "@example" not in repr(seen)
