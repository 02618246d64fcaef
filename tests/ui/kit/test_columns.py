"""Columns and fields of text take as much as the document does."""

import pytest
from annotated_types import MaxLen

from journey.model import KINDS, LINE_LIMIT, TEXT_LIMIT, Workshop
from tests.builders import PHASE, a_frame, a_relation, a_touchpoint, a_workshop, an_action
from tests.ui.app import opened, store, stored, with_card
from ui.kit import columns
from ui.state import session

TEXTS = [
    (kind, name, limit.max_length)
    for kind, type_ in KINDS.items()
    for name, field in type_.model_fields.items()
    for limit in field.metadata
    if isinstance(limit, MaxLen) and field.annotation is str and name != "id"
]


def _open(workshop: Workshop) -> None:
    here = session.WorkshopState(store().open(stored(workshop)))
    session.set_value("session", session.TabState(browser="columns-test", here=here))


@pytest.mark.parametrize(
    ("named", "words"),
    [(PHASE, "Interesse wecken (AIDA plus Bindung und Fürsprache)"), ("gone", "Nicht mehr vorhanden")],
)
def test_a_phase_that_can_no_longer_be_chosen_is_named_with_its_model(named: str, words: str) -> None:
    _open(a_workshop(frame=a_frame(phase_model="stranger-to-fan"), actions=[an_action(phase=named)]))
    assert columns.reference("actions", "phase").show(named) == words


@pytest.mark.parametrize(("kind", "field", "limit"), TEXTS)
def test_a_cell_of_text_takes_as_much_as_the_document(kind: str, field: str, limit: int) -> None:
    _open(a_workshop())
    assert columns.text(kind, field).config["type_config"]["max_chars"] == limit


@pytest.mark.parametrize(("field", "limit"), [("title", LINE_LIMIT), ("place", LINE_LIMIT), ("doing", TEXT_LIMIT)])
def test_a_field_of_text_takes_as_much_as_the_document(field: str, limit: int) -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint(id="t")], relations=[a_relation("t", "t")])
    tab = with_card(opened(stored(workshop), "touchpoints"), "t")
    found = [one for one in (*tab.text_input, *tab.text_area) if one.key and one.key.endswith(f":t:{field}")]
    assert [one.max_chars for one in found] == [limit]
