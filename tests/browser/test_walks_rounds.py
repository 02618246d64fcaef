"""From one round to the next: closed, a new export read by one drop, both compared, actions judged, and the next date planned."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import expect

from journey.model import Language
from journey.phases import model_of
from journey.texts import day, text
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.builders import a_frame, a_touchpoint, a_workshop, an_action
from tools import prepared
from tools.app_server import AppServer
from tools.browser import wait_until_still

MORE = {Language.DE: "20 Prozentpunkte mehr", Language.EN: "20 percentage points more"}


def _export(folder: Path, month: int, names: Sequence[str], counts: Sequence[int]) -> Path:
    """What a shop's tool writes about a month: so many customers came as far as each of the steps."""
    rows = [
        f"{person};{place:02}.{month:02}.2026 10:00;{name}"
        for place, (name, count) in enumerate(zip(names, counts, strict=True), 1)
        for person in range(count)
    ]
    path = folder / f"{month:02}.csv"
    path.write_text("\n".join(["Kunde;Wann;Was", *rows]), "utf-8")
    return path


@pytest.mark.parametrize(("language", "look"), [(Language.DE, "phone"), (Language.EN, "desktop")])
def test_from_one_round_to_the_next_actions_are_judged_by_an_export_that_is_dropped(
    own_app: AppServer, visitor: Visitor, tmp_path: Path, language: Language, look: str
) -> None:
    say = partial(text, language=language)
    frame = a_frame(language=language)
    first, second, third = model_of(a_workshop(frame=frame), language).phases[:3]
    actions = [
        an_action("Rückruf", id="better", step=second.id, before=50, people_before=400, state="in_progress"),
        an_action("Anruf", id="chance", step=third.id, before=50, people_before=200, state="in_progress"),
        an_action("Umbau", id="early", figure="Reklamationen", before=12, state="in_progress"),
    ]
    begun = a_workshop(frame=frame, actions=actions, touchpoints=[a_touchpoint("Laden", phase=first.id)])
    [workshop] = prepared.put(own_app.data, begun)
    page = visitor(own_app, f"/numbers?workshop={workshop}", look=look, language=language.value)

    def look_at(address: str, view: str) -> None:
        person.go(page, f"/{address}?workshop={workshop}&lang={language.value}&view-{address}={view}")

    def drop(month: int, counts: Sequence[int]) -> None:
        export = _export(tmp_path, month, [first.name, second.name, third.name], counts)
        field = page.get_by_test_id("stFileUploader").filter(has_text=say("event_log.choose"))
        field.locator("input[type=file]").set_input_files(export)
        expect(page.get_by_text(export.name).first).to_be_visible()
        wait_until_still(page)

    def take_over() -> None:
        person.pick(page, say("numbers.view"), say("numbers.view_funnel"))
        person.click(page, say("log_funnel.take"))

    drop(1, (400, 200, 100))
    person.click(page, say("log_mapping.read"))
    expect(page.get_by_text(say("event_log.skipped"))).to_be_visible()
    take_over()
    look_at("rounds", "rounds")
    person.fill(page, say("rounds.name"), "Eins")
    person.click(page, say("rounds.close"))
    expect(page.get_by_role("heading", name="Eins")).to_be_visible()

    for action in actions:
        person.click(page.locator(f".st-key-action-judged-{action.id}"), say("actions.finish"))
    look_at("numbers", "log")
    person.click(page, say("event_log.forget"))  # it was kept although the page was loaded anew
    drop(2, (400, 280, 142))
    expect(page.get_by_text(say("known_logs.read_as", name="01.csv"))).to_be_visible()
    take_over()

    look_at("rounds", "compare")
    expect(page.get_by_text(MORE[language]).first).to_be_visible()
    look_at("rounds", "rounds")
    for action, outcome in zip(actions, ("moved", "not_moved", "too_early"), strict=True):
        card = page.locator(".j-action").filter(has_text=action.title)
        expect(card).to_contain_text(say(f"actions.outcome.{outcome}"))
    plan = page.locator(".st-key-next-round")
    person.fill_day(plan, say("fields.rounds.next_day"), day(date(2199, 12, 1), language))
    person.fill(plan, say("fields.rounds.next_people"), "Team")
    assert [(one.name, one.next_day) for one in stored.workshop(own_app).rounds] == [("Eins", date(2199, 12, 1))]
    file = person.download(plan, say("rounds.calendar"), tmp_path)
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event.decoded("DTSTART") == date(2199, 12, 1)
    assert "Team" in str(event["DESCRIPTION"])
