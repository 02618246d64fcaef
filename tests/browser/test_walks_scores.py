"""Touchpoints are written down as a list, and scored by keys alone, as fast as somebody types, and with a thumb on a phone."""

import pytest
from playwright.sync_api import Page, expect

from journey.model import Language, Workshop
from journey.phases import model_of
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.looked_at import violations
from tests.builders import a_persona, a_touchpoint, a_workshop
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

VIEW = "/touchpoints?view-touchpoints=scores&workshop="
BEFORE_A_CELL = 40
"""Presses of Tab that are at most needed from the top of the page to the table."""
LEAST_TARGET = 44  # px


def _workshop(touchpoints: int = 4, personas: int = 2) -> Workshop:
    phases = model_of(a_workshop(), Language.DE).phases
    points = [a_touchpoint(f"Kontakt {n}", id=f"t{n:02}", rank=n, phase=phases[n // 4].id) for n in range(touchpoints)]
    people = [a_persona(f"Persona {n}", id=f"p{n}", rank=n) for n in range(personas)]
    return a_workshop(touchpoints=points, personas=people)


def _entered(visitor: Visitor, server: AppServer, look: str = "desktop") -> Page:
    [workshop] = prepared.put(server.data, _workshop())
    return visitor(server, VIEW + workshop, look=look)


def _scores(server: AppServer) -> list[tuple[int | None, dict[str, int]]]:
    return [
        (point.emotion, {own.persona: int(own.emotion) for own in point.persona_emotions})
        for point in stored.workshop(server).touchpoints
    ]


def _held(page: Page) -> list[str]:
    """The cell that the keyboard is on: touchpoint and persona."""
    found: list[str] = page.evaluate(
        "[document.activeElement.dataset.of ?? '', document.activeElement.dataset.at ?? '']"
    )
    return found


@pytest.mark.parametrize(("touchpoints", "personas"), [(4, 2), (20, 3)])
def test_a_key_each_scores_touchpoints_for_personas_without_waiting(
    visitor: Visitor, own_app: AppServer, touchpoints: int, personas: int
) -> None:
    [workshop] = prepared.put(own_app.data, _workshop(touchpoints, personas))
    page = visitor(own_app, VIEW + workshop)
    for _ in range(BEFORE_A_CELL):
        page.keyboard.press("Tab")
        if _held(page)[0]:
            break
    assert _held(page) == ["t00", ""]
    cells = touchpoints * personas
    page.keyboard.press("ArrowRight")
    for number in range(cells):
        page.keyboard.press(str(number % 5 + 1))
    expect(page.locator("td [aria-checked=true]")).to_have_count(cells)
    wait_until_still(page)
    assert _scores(own_app) == [
        (None, {f"p{column}": (column * touchpoints + row) % 5 - 2 for column in range(personas)})
        for row in range(touchpoints)
    ]
    last, above = f"t{touchpoints - 1:02}", f"t{touchpoints - 2:02}"
    assert _held(page) == [last, f"p{personas - 1}"]
    page.keyboard.press("Backspace")
    page.keyboard.press("ArrowUp")
    wait_until_still(page)
    assert _held(page) == [above, f"p{personas - 1}"]
    assert f"p{personas - 1}" not in _scores(own_app)[-1][1]


def test_a_click_scores_a_second_one_takes_back_and_undo_knows_of_both(visitor: Visitor, own_app: AppServer) -> None:
    page = _entered(visitor, own_app)
    face = page.locator("td[data-of=t01][data-at=''] [data-face='-2']")
    face.click()
    expect(face).to_have_attribute("aria-checked", "true")
    wait_until_still(page)
    assert _scores(own_app)[1] == (-2, {})
    face.click()
    wait_until_still(page)
    assert _scores(own_app)[1] == (None, {})
    undo = page.get_by_role("button", name="Rückgängig", exact=True)
    expect(undo).to_be_enabled()
    undo.click()
    wait_until_still(page)
    assert _scores(own_app)[1] == (-2, {})
    expect(face).to_have_attribute("aria-checked", "true")


def test_a_score_that_crosses_a_change_of_the_view_is_saved(visitor: Visitor, own_app: AppServer) -> None:
    page = _entered(visitor, own_app)
    page.locator("td[data-of=t00][data-at=p0] [data-face='2']").click()
    person.click(page, "Wirkungen", "radio")
    assert _scores(own_app)[0] == (None, {"p0": 2})


def test_a_list_that_is_pasted_makes_a_card_of_each_line_and_the_keyboard_stays(
    visitor: Visitor, own_app: AppServer
) -> None:
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    page = visitor(own_app, f"/touchpoints?workshop={workshop}")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label("Eigenen Touchpoint hinzufügen", exact=True).click()
    person.paste(page, "- Plakat\r\n- 3 Anruf\n\n2. Messestand\n")
    page.keyboard.press("Enter")
    wait_until_still(page)
    page.keyboard.type("Flyer")
    page.keyboard.press("Enter")
    wait_until_still(page)
    first, _, third, *_ = (phase.id for phase in model_of(prepared.empty(Language.DE), Language.DE).phases)
    assert [(point.title, point.phase) for point in stored.workshop(own_app).touchpoints] == [
        ("Plakat", first), ("Anruf", third), ("Messestand", first), ("Flyer", first),
    ]  # fmt: skip


def test_on_a_phone_a_card_fills_the_screen_and_its_faces_fit_a_thumb(visitor: Visitor, own_app: AppServer) -> None:
    page = _entered(visitor, own_app, "phone")
    expect(page.get_by_text("Kontakt 0", exact=True)).to_be_in_viewport(ratio=1)
    expect(page.get_by_text("Kontakt 1", exact=True)).not_to_be_in_viewport()
    page.get_by_role("button", name="Weiter", exact=True).click()
    expect(page.get_by_text("Kontakt 1", exact=True)).to_be_in_viewport(ratio=1)
    expect(page.get_by_text("Kontakt 0", exact=True)).not_to_be_in_viewport()
    faces = page.locator("td[data-of=t01] i")
    boxes = [faces.nth(place).bounding_box() for place in range(faces.count())]
    assert len(boxes) == 3 * 5
    assert all(box and min(box["width"], box["height"]) >= LEAST_TARGET for box in boxes)
    page.locator("td[data-of=t01][data-at=p1] [data-face='1']").tap()
    wait_until_still(page)
    assert _scores(own_app)[1] == (None, {"p1": 1})
    expect(page.get_by_text("Kontakt 1", exact=True)).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("look", ["desktop", "phone-dark"])
def test_the_table_is_accessible(visitor: Visitor, own_app: AppServer, look: str) -> None:
    page = _entered(visitor, own_app, look)
    page.locator("td[data-of=t00] i").first.click()
    wait_until_still(page)
    assert list(violations(page)) == []
