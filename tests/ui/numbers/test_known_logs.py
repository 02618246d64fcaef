"""The next export of the same tool is one drop, a table is one click, and what changed or no longer matches is told."""

from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Language
from journey.numbers.log.funnel_query import Order
from journey.numbers.reading_again import choices_in
from journey.texts import text
from tests.builders import a_workshop
from tests.ui.app import chosen, kept, keys, on_view, opened, pressed, run, seen, stored, typed
from tests.ui.numbers.test_numbers import NAMES
from ui.state.numbers_state import log_state
from ui.state.words import plain

DE = Language.DE


def _rows(counts: tuple[int, ...], names: tuple[str, ...], month: int, head: str = "Kunde;Wann;Was") -> bytes:
    rows = [
        f"{person};{place + 1:02}.{month:02}.2026 10:00;{name}"
        for place, (name, count) in enumerate(zip(names, counts, strict=True))
        for person in range(count)
    ]
    return "\n".join([head, *rows]).encode()


def dropped(tab: AppTest, name: str, content: bytes) -> AppTest:
    """The tab once a file was dropped into it."""
    generation = tab.session_state["session"].generations.get("log-file", 0)
    tab.file_uploader(key=f"log-file:{generation}").upload(name, content)
    return run(run(tab))


def read_to_its_end(tab: AppTest) -> AppTest:
    """The tab once the reading that has begun is done."""
    job = log_state().job
    assert job is not None
    job.result()
    return run(run(tab))


def test_a_known_log_is_read_by_one_drop_and_says_what_changed() -> None:
    workshop, names = stored(a_workshop()), (NAMES[0], NAMES[1])
    tab = dropped(opened(workshop, "numbers"), "januar.csv", _rows((400, 200), names, 1))
    tab = read_to_its_end(pressed(tab, "log-read"))
    on_view(tab, "numbers", "funnel")
    chosen(tab, "log-order", Order.ANY)
    pressed(tab, "log-take-counts")
    [known] = kept(workshop).logs
    choices = choices_in(known)
    assert choices
    assert (known.name, choices.query) == ("januar.csv", {"order": "any", "window_start": "entry"})
    tab = opened(workshop, "numbers")
    tab = read_to_its_end(dropped(tab, "februar.csv", _rows((400, 120), names, 2)))
    shown = seen(tab)
    assert text("known_logs.read_as", DE, name=plain("januar.csv")) in shown
    assert "20 Prozentpunkte weniger" in shown
    on_view(tab, "numbers", "funnel")
    assert tab.segmented_control(key="log-order").value == Order.ANY
    pressed(tab, "log-take-counts")
    assert [one.name for one in kept(workshop).logs] == ["februar.csv"]
    tab = read_to_its_end(
        dropped(opened(workshop, "numbers"), "maerz.csv", _rows((400, 120), (NAMES[0], "Neuer Name"), 3))
    )
    assert text("known_logs.gone.one", DE, count="1") in seen(tab)
    assert NAMES[1] in seen(tab)


def test_other_columns_are_asked_for_and_named_and_who_wants_is_always_asked() -> None:
    workshop = stored(a_workshop())
    tab = dropped(opened(workshop, "numbers"), "januar.csv", _rows((40, 20), (NAMES[0], NAMES[1]), 1))
    tab = read_to_its_end(pressed(tab, "log-read"))
    pressed(on_view(tab, "numbers", "funnel"), "log-take-counts")
    tab = dropped(opened(workshop, "numbers"), "b.csv", _rows((40, 20), (NAMES[0], NAMES[1]), 2, "Kunde;Wann;Ereignis"))
    assert text("known_logs.lacks", DE, name=plain("januar.csv"), missing="Was") in seen(tab)
    assert log_state().job is None
    tab = opened(workshop, "numbers")
    tab.toggle(key="log-by-hand").set_value(True)
    tab = dropped(run(tab), "c.csv", _rows((40, 20), (NAMES[0], NAMES[1]), 2))
    assert "log-read" in keys(tab)
    assert log_state().job is None


def test_a_table_is_asked_again_by_one_click(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "shop.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE events (customer INTEGER, happened TIMESTAMP, event VARCHAR)")
        for case in range(10):
            connection.execute("INSERT INTO events VALUES (?, ?, ?)", (case, "2026-01-01 10:00", NAMES[0]))
    monkeypatch.setenv("JOURNEY_WAREHOUSE", f"duckdb://{path}")
    workshop = stored(a_workshop())
    tab = typed(opened(workshop, "numbers"), "database-table", "events")
    for role, column in (("case", "customer"), ("time", "happened"), ("activity", "event")):
        chosen(tab, f"database-{role}:events", column)
    pressed(tab, "database-count")
    pressed(on_view(tab, "numbers", "funnel"), "log-take-counts")
    [known] = kept(workshop).logs
    assert (known.table, str(tmp_path) in known.model_dump_json()) == ("events", False)
    tab = pressed(opened(workshop, "numbers"), f"ask-again:{known.id}")
    assert text("known_logs.read_as", DE, name="events") in seen(tab)
    assert "log-forget" in keys(tab)
