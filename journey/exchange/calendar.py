"""The planned date of the next round, for anybody's calendar."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from journey.model import Frame, Language, Round
from journey.texts import text


def next_date(frame: Frame, closed: Round, language: Language) -> bytes:
    """The next round of a workshop as an iCalendar file (RFC 5545) of one whole day; of the same round it is always the same
    event, so a date that was moved moves in the calendar. ValueError where none is planned."""
    if closed.next_day is None:
        raise ValueError(f"round {closed.id} plans no next one")
    people = text("rounds.calendar_people", language, people=closed.next_people) if closed.next_people else ""
    measure = f"{text('rounds.calendar_measure', language)}\n{closed.next_measure}" if closed.next_measure else ""
    event = Event()
    event.add("uid", f"{closed.id}@journey-workshop")
    event.add("dtstamp", datetime.combine(closed.closed, time(), UTC))
    event.add("dtstart", closed.next_day)
    event.add("dtend", closed.next_day + timedelta(days=1))
    event.add("summary", text("rounds.calendar_title", language, title=frame.title or text("frame.untitled", language)))
    if people or measure:
        event.add("description", "\n".join(part for part in (people, measure) if part))
    calendar = Calendar()
    calendar.add("prodid", "-//Journey Workshop//Rounds//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
