"""A field of a card is wherever cards are: in its table of the workbook, in its form, and in what the tests draw."""

import pytest

from journey.exchange.layout.tables import FORM, table
from journey.model import FRAME, KINDS, Entity, Phase
from tests.strategies import DRAWN, IDS, entities, frames
from ui.cards.forms import FORMS

EVERY_KIND = pytest.mark.parametrize(("kind", "type_"), KINDS.items(), ids=KINDS)

NO_FORM = {
    "frame": "fields of the goals page, its steps of asking beside the campaigns",
    "models": "the editor of phase models",
    "phase_notes": "a field a phase, among the planning questions",
    "counts": "a table of numbers, on the page of numbers",
    "activities": "matched on the page of numbers",
    "guesses": "asked for one by one",
    "citations": "a row in the card that is cited",
    "frictions": "two columns side by side, in the analysis",
    "audit": "the questions of the self-audit",
    "estimates": "a row of fields, in the analysis",
    "answers": "buttons of a finding",
    "events": "a table, on the page of rounds",
    "rounds": "closed on a page of their own",
    "limits": "a field a limit, in the analysis",
    "silenced": "a switch a rule, beside the limits",
    "logs": "remembered when the counts of a log are taken over",
    "priorities": "a table and a plane, in the analysis",
}
"""Kinds that are filled in elsewhere than in a form of their own."""

NOT_IN_THE_FORM = {"personas": {"avatar"}}
"""Fields that have something better than a field: the avatar is a button on the card."""


def _model_fields(type_: type[Entity]) -> set[str]:
    return set(type_.model_fields)


@EVERY_KIND
def test_a_table_of_the_workbook_has_a_column_for_every_field(kind: str, type_: type[Entity]) -> None:
    fields = _model_fields(type_)
    if kind == "models":  # a row for each phase
        fields = fields - {"phases"} | {f"phase_{name}" for name in Phase.model_fields}
    assert (FORM if kind == FRAME else table(kind)).fields == fields


@EVERY_KIND
def test_a_form_has_a_field_for_every_field(kind: str, type_: type[Entity]) -> None:
    if kind in NO_FORM:
        assert kind not in FORMS
        return
    drawn = {field for rows in FORMS[kind].values() for row in rows for field in row}
    assert drawn == _model_fields(type_) - {"id", "rank"} - NOT_IN_THE_FORM.get(kind, set())


@EVERY_KIND
def test_the_tests_draw_every_field(kind: str, type_: type[Entity]) -> None:
    if kind == FRAME:
        frames()
    else:
        entities(kind, IDS, {})
    assert DRAWN[type_] == _model_fields(type_)
