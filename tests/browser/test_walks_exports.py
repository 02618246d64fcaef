"""Exports as they come, from the upload to the funnel: a CRM's sheet with a date a stage, Matomo's page export."""

from pathlib import Path

from playwright.sync_api import Page, expect

from journey.samples import load_sample
from tests.browser import person
from tests.browser.conftest import Visitor
from tests.browser.test_walks_numbers import lay_down
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

START = 1_775_035_365


def _crm(folder: Path) -> Path:
    rows = [
        f"{500 + n};Deal {n};Angebot;2026-01-0{n + 1};2026-12-31;2026-01-0{n + 1};{'2026-02-01' if n % 2 else ''}\n"
        for n in range(6)
    ]
    head = "Datensatz-ID;Deal-Name;Deal-Phase;Erstelldatum;Abschlussdatum;Datum des Eintritts in „Aufmerksamkeit“;Datum des Eintritts in „Kauf“\n"
    path = folder / "deals.csv"
    path.write_text(head + "".join(rows), "utf-8")
    return path


def _matomo(folder: Path) -> Path:
    parts = ("type", "url", "pageTitle", "title", "timestamp")
    head = [
        "idSite",
        "idVisit",
        "visitorId",
        *(f"{part} (actionDetails {number})" for number in range(2) for part in parts),
    ]
    rows = [
        [
            "1",
            str(n),
            f"v{n}",
            "action",
            "u",
            "Aufmerksamkeit",
            "",
            str(START + 100 * n),
            *(["goal", "", "", "Kauf", str(START + 100 * n + 30)] if n % 2 else [""] * 5),
        ]
        for n in range(8)
    ]
    path = folder / "export.csv"
    path.write_text("\n".join(",".join(row) for row in (head, *rows)) + "\n", "utf-16")
    return path


def _read(page: Page, cases: str) -> None:
    page.get_by_role("button", name="Log lesen").click()
    expect(page.get_by_role("button", name="Log entfernen")).to_be_visible()
    wait_until_still(page)
    person.pick(page, "Ansicht", "Funnel")
    expect(page.get_by_text(cases, exact=True).first).to_be_visible()


def test_a_crm_s_sheet_and_matomo_s_button_become_funnels(visitor: Visitor, own_app: AppServer, tmp_path: Path) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/numbers?workshop={workshop}")
    person.pick(page, "Ansicht", "Daten")
    lay_down(page, _crm(tmp_path))
    expect(page.get_by_text("Erkannt: HubSpot (Deals)")).to_be_visible()
    expect(page.get_by_role("combobox", name="Deal", exact=True)).to_have_value("Datensatz-ID")
    expect(page.get_by_text("Die ersten Ereignisse, wie sie gelesen würden")).to_be_visible()
    page.screenshot(path=str(tmp_path / "crm.png"), full_page=True)
    _read(page, "6")

    person.pick(page, "Ansicht", "Daten")
    person.click(page, "Log entfernen")
    lay_down(page, _matomo(tmp_path))
    expect(page.get_by_text("Erkannt: Matomo (Besucher-Log)")).to_be_visible()
    expect(page.get_by_text("Eine Zeile je Besuch, viele Aktionen nebeneinander")).to_be_visible()
    page.screenshot(path=str(tmp_path / "matomo.png"), full_page=True)
    _read(page, "8")
    page.screenshot(path=str(tmp_path / "funnel.png"), full_page=True)
