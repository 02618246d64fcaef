"""What belongs together stands together on a small notebook and on a phone."""

from playwright.sync_api import Locator

from journey.model import Language
from journey.phases import model_of
from tests.browser import person
from tests.browser.conftest import Visitor
from tests.browser.looked_at import overhang
from tests.builders import a_count, a_frame, a_persona, a_touchpoint, a_workshop, an_own_model
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still
from tools.screenshots import read_sample_log

_THUMB = 40  # px


def _box(found: Locator) -> dict[str, float]:
    box = found.bounding_box()
    assert box is not None
    return {"x": box["x"], "y": box["y"], "width": box["width"], "height": box["height"]}


def _is_beside(one: Locator, other: Locator) -> bool:
    """Whether two things share a row."""
    a, b = _box(one), _box(other)
    return a["y"] < b["y"] + b["height"] and b["y"] < a["y"] + a["height"] and a["x"] != b["x"]


def test_a_small_notebook_cuts_no_button_and_breaks_no_row(visitor: Visitor, own_app: AppServer) -> None:
    page = visitor(own_app, language="en")
    page.set_viewport_size({"width": 1280, "height": 720})
    wait_until_still(page)
    create = _box(page.get_by_role("button", name="Create workshop"))
    assert create["y"] + create["height"] <= 720
    for language, edit, picture in ((Language.DE, "Bearbeiten", "Bild"), (Language.EN, "Edit", "Picture")):
        [workshop] = prepared.put(own_app.data, prepared.full(language))
        query = f"lang={language.value}&workshop={workshop}"
        person.go(page, f"/touchpoints?{query}")
        for card in page.locator("[class*=st-key-held-]").all():
            assert _is_beside(card.locator("b"), card.get_by_role("button", name=edit))
        person.go(page, f"/journey-map?{query}")
        assert _is_beside(page.locator(".st-key-map-state"), page.get_by_role("button", name=picture, exact=True))
        assert _is_beside(page.locator(".st-key-view-map"), page.get_by_role("button", name=picture, exact=True))
    person.go(page, f"/analysis?{query}")
    labels = page.locator(".st-key-finding-filters").get_by_test_id("stWidgetLabel")
    assert labels.count() == 4
    assert len({round(_box(label)["y"]) for label in labels.all()}) == 1


def test_the_labels_of_an_own_phase_stand_at_one_height(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, a_workshop(models=[an_own_model(id="own")]))
    page = visitor(own_app, f"/phase-models?view-models=own&workshop={workshop}", language="de")
    labels = [page.get_by_test_id("stWidgetLabel").filter(has_text=words).first for words in ("Phase", "Lage zum Kauf")]
    assert len({round(_box(label)["y"]) for label in labels}) == 1


def test_on_a_phone_the_figures_of_orders_stand_in_pairs(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/numbers?workshop={workshop}", look="phone")
    read_sample_log(page)
    person.click(page, "Bestellungen", role="radio")
    figures = page.locator(".stMetric")
    figures.first.wait_for()
    assert _is_beside(figures.nth(0), figures.nth(1))
    money = page.get_by_test_id("stMetricValue").filter(has_text="EUR")
    assert [height for _, height in _heights(money) if height > _height_of_a_line(money.first)] == []


def _height_of_a_line(words: Locator) -> float:
    size: float = words.evaluate("one => 1.8 * parseFloat(getComputedStyle(one).fontSize)")
    return size


def test_a_card_fits_a_phone_and_a_thumb(visitor: Visitor, own_app: AppServer) -> None:
    [workshop] = prepared.put(own_app.data, prepared.full(Language.DE))
    page = visitor(own_app, f"/touchpoints?workshop={workshop}", look="phone")
    page.get_by_role("button", name="Bearbeiten").first.click()
    wait_until_still(page)
    drawer = page.get_by_role("dialog")
    faces = drawer.get_by_role("radiogroup", name="Gefühl", exact=True)
    assert faces.evaluate("faces => faces.scrollWidth - faces.clientWidth") <= 0
    keys = drawer.locator(":is(.st-key-drawer-order, .st-key-drawer-acts) button:visible, [role=radiogroup] button")
    assert [key for key in _heights(keys) if key[1] < _THUMB] == []
    earlier, later, done, duplicate, delete = (
        drawer.get_by_role("button", name=name) for name in ("Früher", "Später", "Fertig", "Duplizieren", "Löschen")
    )
    assert _is_beside(earlier, later)
    assert _is_beside(duplicate, delete)
    assert _box(done)["width"] == _box(drawer.locator(".st-key-drawer-acts"))["width"]
    assert overhang(page) <= 0


def _heights(keys: Locator) -> list[tuple[str, float]]:
    found: list[tuple[str, float]] = keys.evaluate_all(
        "keys => keys.map(key => [key.innerText, Math.round(key.getBoundingClientRect().height)])"
    )
    return found


def test_a_span_of_figures_is_read_whole_on_a_phone(visitor: Visitor, own_app: AppServer) -> None:
    frame = a_frame()
    phases = [phase.id for phase in model_of(a_workshop(frame=frame), Language.DE).phases]
    counts = [a_count(number, phase) for number, phase in zip((80, 53, 24, 11), phases, strict=False)]
    [workshop] = prepared.put(own_app.data, a_workshop(frame=frame, counts=counts))
    page = visitor(own_app, f"/numbers?workshop={workshop}", look="phone")
    person.click(page, "Was wäre, wenn", role="radio")
    figures = page.get_by_test_id("stMetricValue")
    figures.first.wait_for()
    cut = "all => all.flatMap(one => [one, ...one.querySelectorAll('*')]).filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.innerText)"
    assert figures.evaluate_all(cut) == []


def test_long_words_of_two_compared_journeys_stay_on_a_phone(visitor: Visitor, own_app: AppServer) -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung"
    journeys = [
        a_workshop(
            frame=a_frame(title=f"{long}{number}"),
            personas=[a_persona(f"{long}a{number}")],
            touchpoints=[
                a_touchpoint(f"{long}b", emotion=number, pain_points=long),
                a_touchpoint(f"{long}c{number}", emotion=-number),
            ],
        )
        for number in (1, 2)
    ]
    prepared.put(own_app.data, *journeys)
    page = visitor(own_app, "/compare?lang=de", look="phone")
    wait_until_still(page)
    assert long in page.locator(".stMain").inner_text()
    assert overhang(page) <= 0
