"""Logs that lie where the app runs: a file too large to upload, whose reading is cancelled, and a database that counts."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import pytest
from playwright.sync_api import Page, expect

from journey.samples import load_sample
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

MANY = 4_000_000


@pytest.fixture
def environment(tmp_path: Path) -> Mapping[str, str]:
    """A folder with a small and a long log, and a database with the events of ten customers."""
    folder, database = tmp_path / "logs", tmp_path / "shop.duckdb"
    folder.mkdir()
    row = "kunde-{case:04},2026-03-0{day} 10:00:00,{event}\n"
    rows = [row.format(case=case, day=1 + case % 9, event=("Anzeige", "Kauf")[case % 2]) for case in range(1_000)]
    head, block = "Kunde,Zeitpunkt,Ereignis\n", "".join(rows)
    (folder / "kurz.csv").write_text(head + block, "utf-8")
    (folder / "lang.csv").write_text(head + block * (MANY // len(rows)), "utf-8")
    with duckdb.connect(str(database)) as connection:
        connection.execute("CREATE TABLE events (customer INTEGER, happened TIMESTAMP, event VARCHAR)")
        for case in range(10):
            connection.execute("INSERT INTO events VALUES (?, '2026-01-01 10:00', 'Aufmerksamkeit')", [case])
        for case in range(4):
            connection.execute("INSERT INTO events VALUES (?, '2026-01-02 10:00', 'Engagement')", [case])
    return {"JOURNEY_LOGS": str(folder), "JOURNEY_WAREHOUSE": f"duckdb://{database}"}


def choose_file(page: Page, name: str) -> None:
    """Choose one of the server's files and wait until its columns are shown."""
    entry = page.get_by_role("combobox", name="Oder eine Datei auf diesem Server", exact=True)
    entry.click()
    page.get_by_role("option", name=name, exact=True).click()
    expect(page.get_by_role("button", name="Log lesen")).to_be_visible()
    wait_until_still(page)


def test_a_long_reading_shows_its_progress_and_is_cancelled(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/numbers?workshop={workshop}")
    choose_file(page, "lang.csv")
    page.get_by_role("button", name="Log lesen").click()
    expect(page.get_by_text("Zeilen gelesen", exact=False)).to_be_visible()
    expect(page.get_by_text("lang.csv", exact=True)).to_be_visible()
    page.get_by_role("button", name="Abbrechen", exact=True).click()
    expect(page.get_by_role("button", name="Log lesen")).to_be_visible()
    expect(page.get_by_text("Zeilen gelesen", exact=False)).not_to_be_visible()
    expect(page.get_by_role("combobox", name="Zeitpunkt", exact=True)).to_have_value("Zeitpunkt")

    person.click(page, "Andere Datei")
    choose_file(page, "kurz.csv")
    page.get_by_role("button", name="Log lesen").click()
    expect(page.get_by_role("button", name="Log entfernen")).to_be_visible()
    expect(page.get_by_text("Ereignisse", exact=True)).to_be_visible()


def test_a_database_counts_and_its_funnel_goes_into_the_workshop(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/numbers?workshop={workshop}")
    page.get_by_text("Log in einer Datenbank", exact=True).click()
    person.fill(page, "Tabelle oder Sicht", "nirgends")
    expect(page.get_by_role("alert").filter(has_text="nirgends")).to_be_visible()
    person.fill(page, "Tabelle oder Sicht", "events")
    page.get_by_role("button", name="Auszählen", exact=True).click()
    expect(page.get_by_role("button", name="Log entfernen")).to_be_visible()
    person.pick(page, "Ansicht", "Funnel")
    expect(page.locator(".st-key-log-funnel-scroll")).to_be_visible()
    person.click(page, "Summen in den Workshop übernehmen")
    found = {
        count.phase: count.count for count in stored.workshop(own_app).counts if count.period.startswith("2026-01")
    }
    assert sorted(found.values(), reverse=True)[:2] == [10, 4]
