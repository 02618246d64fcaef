"""The actions as files of their own: days for a calendar, and a list for any spreadsheet."""

import csv
from datetime import datetime, timedelta
from io import StringIO

from journey.actions import aim_words, judgement_words, soonest_first
from journey.history import field_words
from journey.model import Action, ActionState, Language, Workshop
from journey.phases import model_of
from journey.rounds import judged_over_rounds
from journey.texts import text

_FIELDS = ("title", "owner", "due", "state", "done", "reason", "phase", "note")
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def action_calendar(workshop: Workshop, language: Language, stamp: datetime) -> bytes:
    """The actions that wait and have a due day as all-day events of an iCalendar file. `stamp` says when it was made (UTC).
    An event is the same one in every later file, so that a calendar brings it up to date."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Journey Workshop//actions//")
    calendar.add("version", "2.0")
    for action in soonest_first(workshop.actions):
        if action.due is None or action.state not in (ActionState.OPEN, ActionState.IN_PROGRESS):
            continue
        event = Event()
        event.add("uid", f"{action.id}@{workshop.frame.id}")
        event.add("dtstamp", stamp)
        event.add("dtstart", action.due)
        event.add("dtend", action.due + timedelta(days=1))
        event.add("summary", _summary(action, language))
        event.add("transp", "TRANSPARENT")
        if said := "\n".join(filter(None, [aim_words(action, workshop, language), action.note, workshop.frame.title])):
            event.add("description", said)
        calendar.add_component(event)
    found: bytes = calendar.to_ical()
    return found


def action_csv(workshop: Workshop, language: Language) -> bytes:
    """All actions with their judgements, a row each, the soonest first; separated by semicolons, as spreadsheets of both
    languages open it. Words that a spreadsheet would take for a formula start with an apostrophe."""
    model, judgements = model_of(workshop, language), judged_over_rounds(workshop)
    sheet = StringIO()
    writer = csv.writer(sheet, delimiter=";")
    heads = [text(f"fields.actions.{field}", language) for field in _FIELDS]
    writer.writerow([*heads, *(text(f"actions.column.{name}", language) for name in ("aim", "outcome", "judgement"))])
    for action in soonest_first(workshop.actions):
        cells = [
            field_words("actions", field, getattr(action, field), workshop, model, language)
            if getattr(action, field)
            else ""
            for field in _FIELDS
        ]
        judgement = judgements.get(action.id)
        cells.append(aim_words(action, workshop, language))
        if judgement:
            outcome = text(f"actions.outcome.{judgement.outcome}", language)
            cells += [outcome, judgement_words(judgement, action, workshop, language)]
        else:
            cells += ["", ""]
        writer.writerow([_harmless(cell) for cell in cells])
    return sheet.getvalue().encode("utf-8-sig")


def _summary(action: Action, language: Language) -> str:
    title = action.title or text("frame.untitled", language)
    return f"{title} ({action.owner})" if action.owner else title


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell
