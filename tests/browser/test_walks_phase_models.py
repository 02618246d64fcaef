"""Another phase model for a workshop: switching a filled one, and making one's own."""

from playwright.sync_api import expect

from journey.model import Language
from journey.phases import built_in, model_of
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


def test_a_filled_workshop_changes_its_phase_model_and_keeps_every_card(visitor: Visitor, own_app: AppServer) -> None:
    before = prepared.full(Language.DE)
    [workshop] = prepared.put(own_app.data, before)
    page = visitor(own_app, f"/goals?workshop={workshop}")
    page.get_by_text("Anderes Modell wählen").click()
    page.get_by_role("button", name="Wählen", exact=True).first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Zu „").click()
    expect(dialog).to_be_hidden()
    wait_until_still(page)

    after = stored.workshop(own_app)
    model = model_of(after, Language.DE)
    assert model.id == next(each.id for each in built_in(Language.DE) if each.id != before.frame.phase_model)
    assert [card.id for card in after.touchpoints] == [card.id for card in before.touchpoints]
    assert all(model.phase(card.phase) for card in after.touchpoints)
    person.click(page, "Rückgängig")
    assert stored.workshop(own_app).touchpoints == before.touchpoints


def test_an_own_phase_model_is_made_changed_chosen_and_filled(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    page = visitor(own_app, f"/phase-models?workshop={workshop}")
    person.pick(page, "Ansicht", "Eigene Modelle")
    person.fill(page, "Name des Modells", "Unser Weg")
    person.click(page, "Eigenes Modell anlegen")
    own = page.locator("[class*='st-key-own-']").first
    person.fill(own, "Name des Modells", "Der Weg zum Brot")
    own.get_by_label("Phase", exact=True).first.fill("Hunger")
    own.get_by_label("Phase", exact=True).first.press("Tab")
    wait_until_still(page)
    person.click(own, "Phase hinzufügen")

    person.click(page, "1 Ziele", "link", exact=False)
    own_line = page.get_by_text("Der Weg zum Brot").locator("xpath=ancestor::*[@data-testid='stHorizontalBlock'][1]")
    person.click(own_line, "Wählen")
    person.click(page, "3 Touchpoints", "link", exact=False)
    person.pick(page, "Phase", "Hunger")
    person.enter(page, "Eigenen Touchpoint hinzufügen", "Duft vor der Tür")

    held = stored.workshop(own_app)
    [model] = held.models
    assert (model.name, model.phases[0].name, len(model.phases)) == ("Der Weg zum Brot", "Hunger", 4)
    assert held.frame.phase_model == model.id
    assert [(card.title, card.phase) for card in held.touchpoints] == [("Duft vor der Tür", model.phases[0].id)]
