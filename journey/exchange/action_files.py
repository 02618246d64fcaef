"""The actions as files of their own: days for a calendar, and a list for any spreadsheet."""

from datetime import date, datetime, timedelta

from journey.actions import Judgement, aim_words, judgement_words, soonest_first
from journey.exchange.csv_tables import as_csv
from journey.exchange.lean_sheet import Cell
from journey.history import field_words
from journey.model import Action, ActionState, Language, Workshop
from journey.phases import model_of
from journey.rounds import judged_over_rounds
from journey.texts import text

_FIELDS = ("title", "owner", "due", "state", "done", "reason", "phase", "note")


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
    """All actions with their judgements, a row each, the soonest first, as `as_csv` writes rows."""
    judgements = judged_over_rounds(workshop)
    heads = [text(f"fields.actions.{field}", language) for field in _FIELDS]
    heads += [text(f"actions.column.{name}", language) for name in ("aim", "outcome", "judgement")]
    rows = (_row(action, judgements.get(action.id), workshop, language) for action in soonest_first(workshop.actions))
    return as_csv([heads, *rows], language)


def _row(action: Action, judgement: Judgement | None, workshop: Workshop, language: Language) -> list[Cell]:
    model = model_of(workshop, language)
    cells: list[Cell] = []
    for field in _FIELDS:
        value = getattr(action, field)
        is_plain = value is None or isinstance(value, date)
        cells.append(
            value if is_plain else str(value) and field_words("actions", field, value, workshop, model, language)
        )
    cells.append(aim_words(action, workshop, language))
    if judgement is None:
        return [*cells, None, None]
    outcome = text(f"actions.outcome.{judgement.outcome}", language)
    return [*cells, outcome, judgement_words(judgement, action, workshop, language)]


def _summary(action: Action, language: Language) -> str:
    title = action.title or text("frame.untitled", language)
    return f"{title} ({action.owner})" if action.owner else title
