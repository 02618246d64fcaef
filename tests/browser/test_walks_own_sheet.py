"""A matrix that somebody drew in Excel, from the file to the map, in German."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from journey.model import Language
from tests.browser import looked_at, person, stored
from tests.browser.conftest import Visitor
from tests.exchange.hands import of_strangers
from tools import prepared
from tools.app_server import AppServer

CHOOSE = "Excel-Mappe oder JSON-Datei"
MATRIX = (
    ["Unsere Journey"],
    ["Phase", "Aufmerksamkeit", "Anprobe", "Kauf"],
    ["Kontaktpunkte", "• Plakat\n• Anzeige", "Laden", "Kasse"],
    ["Gefühle (1–5)", 4, 5, 1],
    ["Schmerzpunkte", "zu laut", None, "lange Schlange"],
    ["Wetter", "gut", None, None],
)


@pytest.mark.parametrize("look", ["desktop", "phone-dark"])
def test_a_matrix_goes_from_the_file_to_the_map_and_back_with_one_undo(
    visitor: Visitor, own_app: AppServer, tmp_path: Path, look: str
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    path = tmp_path / "karte.xlsx"
    path.write_bytes(of_strangers(*MATRIX))
    page = visitor(own_app, f"/goals?workshop={workshop}", look=look)
    before = stored.workshop(own_app)
    person.take_home(page)
    person.click(page, "Datei einlesen …")
    person.upload(page.get_by_role("dialog"), CHOOSE, path)
    person.click(page.get_by_role("dialog"), "Die Tabelle ansehen")
    expect(page.get_by_text("Die Reihe „Wetter“ füllt kein Feld")).to_be_visible()
    assert list(looked_at.violations(page)) == []
    assert looked_at.overhang(page) == 0
    person.choose(page, "Anprobe", "Informationen beschaffen")
    assert stored.workshop(own_app) == before

    person.click(page, "4 Karten übernehmen")
    expect(page).to_have_url(re.compile("/journey-map"))
    after = stored.workshop(own_app)
    assert [card.title for card in after.touchpoints] == ["Plakat", "Anzeige", "Laden", "Kasse"]
    assert [card.emotion for card in after.touchpoints] == [1, 1, 2, -2]
    person.click(page, "Rückgängig")
    assert stored.workshop(own_app) == before
