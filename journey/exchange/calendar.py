"""Days for anybody's calendar, as iCalendar files (RFC 5545): the planned date of the next round, the due days of actions."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from journey.actions import aim_words, soonest_first
from journey.model import Action, ActionState, Frame, Language, Round, Workshop
from journey.texts import text


def next_date(frame: Frame, closed: Round, language: Language) -> bytes:
    """The next round of a workshop, one whole day; of the same round it is always the same event, so a date that was moved
    moves in the calendar. ValueError where none is planned."""
    if closed.next_day is None:
        raise ValueError(f"round {closed.id} plans no next one")
    people = text("rounds.calendar_people", language, people=closed.next_people) if closed.next_people else ""
    measure = f"{text('rounds.calendar_measure', language)}\n{closed.next_measure}" if closed.next_measure else ""
    title = text("rounds.calendar_title", language, title=frame.title or text("frame.untitled", language))
    stamp = datetime.combine(closed.closed, time(), UTC)
    return _file([_whole_day(f"{closed.id}@journey-workshop", stamp, closed.next_day, title, people, measure)])


def action_calendar(workshop: Workshop, language: Language, stamp: datetime) -> bytes:
    """The actions that wait and have a due day, as whole days that leave people free. `stamp` says when it was made (UTC).
    An event is the same one in every later file, so that a calendar brings it up to date."""
    events = []
    for action in soonest_first(workshop.actions):
        if action.due is None or action.state not in (ActionState.OPEN, ActionState.IN_PROGRESS):
            continue
        said = (aim_words(action, workshop, language), action.note, workshop.frame.title)
        event = _whole_day(f"{action.id}@{workshop.frame.id}", stamp, action.due, _summary(action, language), *said)
        event.add("transp", "TRANSPARENT")
        events.append(event)
    return _file(events)


def _summary(action: Action, language: Language) -> str:
    title = action.title or text("frame.untitled", language)
    return f"{title} ({action.owner})" if action.owner else title


def _whole_day(uid: str, stamp: datetime, day: date, title: str, *said: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", stamp)
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title)
    if description := "\n".join(filter(None, said)):
        event.add("description", description)
    return event


def _file(events: Iterable[Event]) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Journey Workshop//EN")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
