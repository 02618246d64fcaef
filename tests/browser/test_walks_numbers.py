"""Real numbers: a shop's export against what the team believed, from the first guess to the forgotten log."""

from pathlib import Path

from playwright.sync_api import Page, expect

from journey.samples import load_sample
from sample_data import make_logs
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

EXPORT = make_logs.FOLDER / "baeckerei-shop-de.csv"
BROKEN = make_logs.FOLDER / "fehlerhaft-de.csv"
CHOOSE = "Export wählen (CSV, Excel, Parquet)"


def lay_down(page: Page, path: Path, seen: str = "Log lesen") -> None:
    """Choose a file for the log; the field starts afresh as soon as the file was taken."""
    page.get_by_test_id("stFileUploader").filter(has_text=CHOOSE).locator("input[type=file]").set_input_files(path)
    expect(page.get_by_text(seen, exact=False)).to_be_visible()
    wait_until_still(page)


def read(page: Page) -> None:
    """Let the log be read."""
    person.click(page, "Log lesen")
    expect(page.get_by_text("Ausgelassene Zeilen")).to_be_visible()
    wait_until_still(page)


def match(page: Page, activity: str, target: str) -> None:
    """Say what an activity is; its row then moves to those that are matched."""
    entry = page.get_by_role("combobox", name=activity, exact=True)
    entry.click()
    entry.fill(target)
    page.get_by_role("option", name=target).first.click()
    expect(page.get_by_role("rowheader", name=activity, exact=True)).to_be_visible()
    wait_until_still(page)


def test_an_export_meets_the_blind_estimate_and_is_forgotten_with_one_click(
    visitor: Visitor, own_app: AppServer
) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/numbers?workshop={workshop}")
    person.pick(page, "Ansicht", "Blindschätzung")
    person.fill(page, "Geschätzt von", "Team")
    person.enter(page, "Anteil aus „Aufmerksamkeit“, der „Engagement“ erreicht, in Prozent", "90")
    person.click(page, "Schätzung abgeben")
    assert [(guess.author, guess.share) for guess in stored.workshop(own_app).guesses] == [("Team", 90)]

    person.pick(page, "Ansicht", "Daten")
    lay_down(page, EXPORT)
    expect(page.get_by_role("combobox", name="Zeitpunkt")).to_have_value("Zeitpunkt")
    expect(page.get_by_role("combobox", name="Umsatz")).to_have_value("Umsatz")
    read(page)
    expect(page.get_by_text("10.673")).to_be_visible()
    match(page, "Startseite aufgerufen", "Phase Aufmerksamkeit, ohne Karte")
    match(page, "Rezeptseite gelesen", "Phase Engagement, ohne Karte")
    match(page, "Passwort vergessen", "Kein Schritt der Reise")
    assert [one.name for one in stored.workshop(own_app).activities if one.phase] == [
        "Startseite aufgerufen",
        "Rezeptseite gelesen",
    ]

    person.pick(page, "Ansicht", "Funnel")
    expect(page.locator(".st-key-log-funnel-scroll")).to_be_visible()
    person.click(page, "Summen in den Workshop übernehmen")
    counts = [count.count for count in stored.workshop(own_app).counts if count.period.startswith("2025-10-01")]
    assert counts[0] > 1_000
    assert counts == sorted(counts, reverse=True)

    person.pick(page, "Ansicht", "Blindschätzung")
    person.click(page, "Aufdecken")
    expect(page.get_by_text("die Schätzung liegt", exact=False)).to_be_visible()

    person.pick(page, "Ansicht", "Daten")
    person.click(page, "Log entfernen")
    expect(page.get_by_text("Kein Export zur Hand?")).to_be_visible()
    lay_down(page, EXPORT, "Gelesen wie „baeckerei-shop-de.csv“")
    expect(page.get_by_text("10.673")).to_be_visible()
    person.click(page, "Log entfernen")

    person.go(page, f"/journey-map?workshop={workshop}")
    person.tick(page, "Gemessene Zahlen")
    expect(page.locator("[aria-label*='kommen im Log vor'], [alt*='kommen im Log vor']").first).to_be_attached()


def test_a_faulty_export_says_what_was_left_out_and_on_which_lines(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/numbers?workshop={workshop}")
    lay_down(page, BROKEN)
    read(page)
    person.tick(page, "Was ausgelassen wurde")
    expect(page.get_by_text("31. Februar", exact=False)).to_be_visible()


def test_a_file_that_is_no_export_says_so_and_the_page_goes_on(
    visitor: Visitor, own_app: AppServer, tmp_path: Path
) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/numbers?workshop={workshop}")
    (tmp_path / "export.csv").write_text("<!doctype html><html><body>Bitte anmelden</body></html>", "utf-8")
    lay_down(page, tmp_path / "export.csv", "Die Datei ist eine Webseite")
    lay_down(page, BROKEN)
    read(page)
    expect(page.get_by_text("Die Datei ist eine Webseite", exact=False)).not_to_be_visible()
