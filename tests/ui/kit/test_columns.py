"""Columns and fields of text take as much as the document does."""

import pytest
from annotated_types import MaxLen

from journey.model import KINDS, LINE_LIMIT, TEXT_LIMIT
from tests.builders import a_relation, a_touchpoint, a_workshop
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


@pytest.mark.parametrize(("kind", "field", "limit"), TEXTS)
def test_a_cell_of_text_takes_as_much_as_the_document(kind: str, field: str, limit: int) -> None:
    here = session.WorkshopState(store().open(stored(a_workshop())))
    session.set_value("session", session.TabState(browser="columns-test", here=here))
    assert columns.text(kind, field).config["type_config"]["max_chars"] == limit


@pytest.mark.parametrize(("field", "limit"), [("title", LINE_LIMIT), ("place", LINE_LIMIT), ("doing", TEXT_LIMIT)])
def test_a_field_of_text_takes_as_much_as_the_document(field: str, limit: int) -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint(id="t")], relations=[a_relation("t", "t")])
    tab = with_card(opened(stored(workshop), "touchpoints"), "t")
    found = [one for one in (*tab.text_input, *tab.text_area) if one.key and one.key.endswith(f":t:{field}")]
    assert [one.max_chars for one in found] == [limit]
