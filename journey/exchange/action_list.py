"""The actions as a list for any spreadsheet."""

from datetime import date

from journey.actions import Judgement, aim_words, judgement_words, soonest_first
from journey.exchange.layout.lean_sheet import Cell
from journey.exchange.writing.csv_tables import as_csv
from journey.history import field_words
from journey.model import Action, Language, Workshop
from journey.phases import model_of
from journey.rounds import judged_over_rounds
from journey.texts import text

_FIELDS = ("title", "owner", "due", "state", "done", "reason", "phase", "note")


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
