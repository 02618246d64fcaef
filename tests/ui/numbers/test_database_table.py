"""A log that stays in the operator's database: named, counted there, and shown like any other."""

from pathlib import Path

import duckdb
import pytest

from tests.builders import a_workshop
from tests.ui.app import chosen, kept, keys, on_view, opened, pressed, seen, stored, typed
from tests.ui.numbers.test_numbers import IDS, NAMES


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten customers of whom four reach the second phase, in the database that the operator named."""
    path = tmp_path / "shop.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE events (customer INTEGER, happened TIMESTAMP, event VARCHAR, segment VARCHAR)")
        for case in range(10):
            for place in range(2 if case < 4 else 1):
                row = (case, f"2026-01-0{place + 1} 10:00", NAMES[place], "new" if case % 2 else "old")
                connection.execute("INSERT INTO events VALUES (?, ?, ?, ?)", row)
    monkeypatch.setenv("JOURNEY_WAREHOUSE", f"duckdb://{path}")


def test_a_table_is_counted_in_its_database_and_gives_the_funnel(database: None) -> None:
    workshop = stored(a_workshop())
    tab = typed(opened(workshop, "numbers"), "database-table", "events")
    chosen(tab, "database-case:events", "customer")
    chosen(tab, "database-time:events", "happened")
    chosen(tab, "database-activity:events", "event")
    chosen(tab, "database-segment:events", "segment")
    pressed(tab, "database-count")
    assert "log-forget" in keys(tab)
    on_view(tab, "numbers", "funnel")
    chosen(tab, "log-by", "segment")
    assert "new" in seen(tab)
    pressed(tab, "log-take-counts")
    counts = kept(workshop).counts
    assert [(count.phase, count.count) for count in counts] == [(IDS[0], 10), (IDS[1], 4)]
    assert {count.period for count in counts} == {"2026-01-01 – 2026-01-02"}
    for view in ("paths", "channels"):
        on_view(tab, "numbers", view)
        assert "bleibt in der Datenbank" in seen(tab)
    for view in ("trends", "guesses", "what_if"):
        on_view(tab, "numbers", view)
    assert "Gemessen in events" in seen(tab)


def test_the_order_inside_an_instant_is_chosen_and_rows_left_out_are_told(database: None, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "shop.duckdb")) as connection:
        connection.execute(
            "CREATE TABLE days (customer INTEGER, happened DATE, event VARCHAR, nth INTEGER, sorting INTEGER)"
        )
        rows = [(case, "2026-01-01", NAMES[place], place, 1 - place) for case in range(3) for place in (0, 1)]
        connection.executemany("INSERT INTO days VALUES (?, ?, ?, ?, ?)", rows)
        connection.execute("INSERT INTO days VALUES (NULL, '2026-01-01', 'x', 0, 0)")
    for order, reached in ((None, 0), (["nth"], 3)):
        workshop = stored(a_workshop())
        tab = typed(opened(workshop, "numbers"), "database-table", "days")
        for role, column in (("case", "customer"), ("time", "happened"), ("activity", "event")):
            chosen(tab, f"database-{role}:days", column)
        assert tab.multiselect(key="database-order:days").value == ["sorting"]
        if order:
            chosen(tab, "database-order:days", order)
        pressed(tab, "database-count")
        assert "Kunde ist leer" in seen(tab)
        assert "Zeilennummern" in seen(tab)
        on_view(tab, "numbers", "funnel")
        pressed(tab, "log-take-counts")
        assert [count.count for count in kept(workshop).counts] == [3, reached]


def test_amounts_that_are_none_and_marks_that_could_be_either_are_told(database: None, tmp_path: Path) -> None:
    with duckdb.connect(str(tmp_path / "shop.duckdb")) as connection:
        connection.execute("CREATE TABLE paid (customer INTEGER, happened DATE, event VARCHAR, words VARCHAR)")
        rows = [(1, "2026-01-01", "x", "1.234"), (1, "2026-01-02", "y", "auf Anfrage"), (2, "2026-01-01", "x", "n/a")]
        connection.executemany("INSERT INTO paid VALUES (?, ?, ?, ?)", rows)
    tab = typed(opened(stored(a_workshop()), "numbers"), "database-table", "paid")
    for role, column in (("case", "customer"), ("time", "happened"), ("activity", "event"), ("revenue", "words")):
        chosen(tab, f"database-{role}:paid", column)
    pressed(tab, "database-count")
    assert "Ein Betrag lässt sich nicht als Zahl lesen" in seen(tab)
    assert "mit dem Dezimalzeichen Punkt" in seen(tab)


def test_a_table_that_is_not_there_is_said_and_nothing_else_happens(database: None) -> None:
    tab = typed(opened(stored(a_workshop()), "numbers"), "database-table", "elsewhere")
    assert "elsewhere" in seen(tab)
    assert "database-count" not in keys(tab)


def test_without_an_operator_s_database_nobody_is_asked_for_a_table() -> None:
    assert "database-table" not in keys(opened(stored(a_workshop()), "numbers"))
