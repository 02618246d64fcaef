"""The number of the document's format rises with its shape, so that an older app can say that a file is newer."""

import json

import pytest

from journey.model import FORMAT_VERSION, NewerWorkshop, UnreadableWorkshop, Workshop
from tests.builders import a_goal, a_workshop
from tests.model.document_shape import WRITTEN, shape


def test_the_documents_shape_is_that_of_its_format() -> None:
    """Who changes the shape raises FORMAT_VERSION (see docs/design.md) and writes it down anew."""
    assert shape() == json.loads(WRITTEN.read_text("utf-8"))


@pytest.mark.parametrize(
    "more", [{}, {"dreams": []}, {"frame": 1}, {"goals": [{"id": "g", "kind": "fame", "mood": 3}]}], ids=str
)
def test_a_document_of_a_newer_app_is_told_apart_whatever_else_is_new_in_it(more: dict[str, object]) -> None:
    newer = json.loads(a_workshop(goals=[a_goal()]).to_json()) | {"format_version": FORMAT_VERSION + 1, **more}
    with pytest.raises(NewerWorkshop, match=f"format version {FORMAT_VERSION + 1} is not known"):
        Workshop.from_json(json.dumps(newer))


@pytest.mark.parametrize("version", [0, -1, "new", None, 1.5])
def test_a_number_that_no_app_ever_wrote_is_not_called_newer(version: object) -> None:
    broken = json.loads(a_workshop().to_json()) | {"format_version": version}
    with pytest.raises(UnreadableWorkshop) as refused:
        Workshop.from_json(json.dumps(broken))
    assert not isinstance(refused.value, NewerWorkshop)
