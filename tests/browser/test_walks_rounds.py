"""A round is closed on a phone, the workshop goes on, both are compared, and the next date goes into the calendar."""

from datetime import date
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import expect

from journey.samples import load_sample
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tools import prepared
from tools.app_server import AppServer


def test_a_round_is_closed_on_a_phone_compared_with_an_earlier_one_and_planned(
    own_app: AppServer, visitor: Visitor, tmp_path: Path
) -> None:
    [workshop] = prepared.put(own_app.data, load_sample("baeckerei-de"))
    page = visitor(own_app, f"/rounds?lang=de&workshop={workshop}", look="phone")
    person.fill(page, "Name der Runde", "Vor dem Sommer")
    person.click(page, "Runde abschließen")
    expect(page.get_by_role("heading", name="Vor dem Sommer")).to_be_visible()
    assert [each.name for each in stored.workshop(own_app).rounds][-1] == "Vor dem Sommer"

    plan = page.locator(".st-key-next-round")
    person.fill_day(plan, "Nächster Termin", "01.12.2026")
    person.fill(plan, "Wer dabei ist", "Chefin, Sohn")
    file = person.download(plan, "Termin für den Kalender (.ics)", tmp_path)
    (event,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert event.decoded("DTSTART") == date(2026, 12, 1)
    assert "Chefin, Sohn" in str(event["DESCRIPTION"])

    person.click(page.locator("[class*='st-key-round-round-01']"), "Mit heute vergleichen")
    expect(page.get_by_text("Prozentpunkte mehr").first).to_be_visible()
    expect(page.get_by_text("Neue Karten haben einen durchgezogenen Rand", exact=False)).to_be_visible()
    person.go(page, f"/rounds?lang=de&workshop={workshop}")
    person.click(page.locator("[class*='st-key-round-round-02']"), "Entfernen")
    expect(page.get_by_role("heading", name="Sommer 2025")).to_have_count(0)
    assert [each.id for each in stored.workshop(own_app).rounds][:2] == ["round-01", "round-03"]
