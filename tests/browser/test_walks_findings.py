"""A team works through findings; a small firm audits itself up to the printed page."""

import re

from playwright.sync_api import Page, expect

from journey.model import Language, Verdict
from journey.phases import model_of
from journey.samples import load_sample
from tests.browser import person, stored
from tests.browser.conftest import Trap, Visitor
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still


def finding(page: Page, rule: str) -> str:
    """The class of the first open finding of a rule."""
    card = page.locator(f"[class*='st-key-finding-{rule}-']").first
    names = (card.get_attribute("class") or "").split()
    return next(name for name in names if name.startswith(f"st-key-finding-{rule}-"))


def test_a_team_accepts_one_finding_dismisses_one_and_mends_one(
    own_app: AppServer, visitor: Visitor, trap: Trap
) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/analysis?lang=de&workshop={workshop}")

    taken_up = page.locator(f".{finding(page, 'decisive-low')}")
    person.click(taken_up.first, "Annehmen")
    page.get_by_label("Was tun wir?").press("Enter")
    wait_until_still(page)
    expect(taken_up).to_have_count(0)
    expect(page.locator(".st-key-went")).to_contain_text("Was müsste bei „Schlange an der Kasse im Laden“ geschehen")

    put_off = page.locator(f".{finding(page, 'emotion-low')}")
    person.click(put_off.first, "Verwerfen")
    person.fill(page, "Begründung", "Das Telefon kommt ab Mai weg")
    person.click(page, "Mit dieser Begründung verwerfen")
    expect(put_off).to_have_count(0)

    on_map = page.locator(f".{finding(page, 'dark-journey')}")
    person.click(on_map.first, "Auf der Map zeigen")
    expect(page.get_by_text("Die Karten des Hinweises sind umrandet.")).to_be_visible()
    held = stored.workshop(own_app)
    unscored = [touchpoint for touchpoint in held.touchpoints if touchpoint.emotion is None]
    assert unscored
    for touchpoint in unscored:
        person.go(page, f"/analysis?lang=de&workshop={workshop}")
        wait_until_still(page)
        phase = model_of(held, Language.DE).phase_name(touchpoint.phase)
        person.click(page, f"{phase} ergänzen", exact=False)
        person.click(page.locator(".st-key-lacking"), touchpoint.title[:6], exact=False)
        person.pick(page.get_by_role("dialog"), "Gefühl", "+1")
        person.click(page.get_by_role("dialog"), "Fertig")
    assert all(touchpoint.emotion is not None for touchpoint in stored.workshop(own_app).touchpoints)

    answers = {each.rule: each for each in stored.workshop(own_app).answers}
    assert answers["decisive-low"].verdict is Verdict.ACCEPTED
    assert answers["emotion-low"].reason == "Das Telefon kommt ab Mai weg"


def test_a_small_firm_audits_itself_from_the_first_question_to_the_printed_page(
    own_app: AppServer, visitor: Visitor, trap: Trap
) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("template-five-phases-de"))
    page = visitor(own_app, f"/self-audit?lang=de&workshop={workshop}")
    parts = 1 + len(model_of(stored.workshop(own_app), Language.DE).phases)
    for place in range(parts):
        answer = "Weiß ich nicht" if place else "Ja"
        page.locator("button, label").filter(has_text=re.compile(f"^{answer}$")).first.click()
        wait_until_still(page)
        on = page.get_by_role("button", name="Weiter", exact=True)
        if on.count():
            on.click()
            wait_until_still(page)
    person.click(page, "Zum Ergebnis")
    expect(page.get_by_text("Auf welcher Stufe bleiben Interessierte hängen?")).to_be_visible()
    person.click(page, "Als Maßnahmen übernehmen")
    held = stored.workshop(own_app)
    assert len(held.audit) == parts
    assert len(held.actions) == len(held.audit) - 1
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
