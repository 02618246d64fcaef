"""Portraits in a browser: looks are chosen by keys, a picture of one's own is shown, and every picture arrives."""

from pathlib import Path

from playwright.sync_api import expect

from journey.model import Look
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.looked_at import violations
from tests.builders import a_persona, a_workshop
from tests.exchange.pictures import a_png
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

_UNSEEN = "images => images.filter(image => !image.naturalWidth).length"


def test_a_portrait_is_chosen_by_keys_and_a_picture_takes_its_place(
    visitor: Visitor, own_app: AppServer, tmp_path: Path
) -> None:
    [workshop] = prepared.put(own_app.data, a_workshop(personas=[a_persona("Kim", id="p")]))
    page = visitor(own_app, f"/personas?workshop={workshop}")
    person.click(page, "Porträt wählen")
    card = page.get_by_role("dialog")
    assert card.locator("img").evaluate_all(_UNSEEN) == 0
    assert list(violations(page)) == []
    card.get_by_role("radio", name="kurz").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowRight", "Space"):
        page.keyboard.press(key)
    wait_until_still(page)
    expect(card.get_by_role("radio", name="Locken")).to_be_checked()
    assert stored.workshop(own_app).personas[0].looks == (Look.CURLY,)
    (tmp_path / "me.png").write_bytes(a_png(300, 200))
    card.locator("input[type=file]").set_input_files(tmp_path / "me.png")
    expect(card.get_by_role("button", name="Eigenes Bild entfernen")).to_be_visible()
    expect(card.locator(".j-persona img")).to_have_attribute("src", f"data:image/webp;base64,{_photo(own_app)}")
    person.click(card, "Fertig")
    assert page.locator(".j-persona img").evaluate_all(_UNSEEN) == 0
    person.click(page, "Rückgängig")
    assert not _photo(own_app)


def _photo(app: AppServer) -> str:
    return stored.workshop(app).personas[0].photo
