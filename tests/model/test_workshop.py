"""The document: valid or refused with a place, sorted, unique, and the same in every JSON."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from pydantic import TypeAdapter, ValidationError

from journey.model import (
    COLLECTIONS,
    FIRST_DAY,
    FORMAT_VERSION,
    ID_PATTERN,
    KINDS,
    Entity,
    Persona,
    UnreadableWorkshop,
    Workshop,
    in_order,
    new_id,
)
from journey.model.annotations import parts
from tests.builders import a_frame, a_goal, a_guess, a_persona, a_relation, a_touchpoint, a_workshop, an_own_model
from tests.strategies import type_of, workshops


@given(workshops())
def test_a_workshop_survives_its_json(workshop: Workshop) -> None:
    written = workshop.to_json()
    read = Workshop.from_json(written)
    assert read == workshop
    assert read.to_json() == written
    assert Workshop.from_json(written.encode()) == workshop


@given(workshops())
def test_validating_a_dumped_document_changes_nothing(workshop: Workshop) -> None:
    assert Workshop.model_validate(workshop.model_dump()) == workshop
    assert Workshop.model_validate(workshop.model_dump(mode="json")) == workshop


@given(workshops())
def test_collections_are_sorted_by_rank_and_every_id_has_one_place(workshop: Workshop) -> None:
    cards = [(kind, entity) for kind in KINDS for entity in workshop.collection(kind)]
    for kind in COLLECTIONS:
        keys = [(entity.rank, entity.id) for entity in workshop.collection(kind)]
        assert keys == sorted(keys)
    assert len(workshop.places) == len(cards)
    assert all(workshop.places[entity.id] == (kind, entity) for kind, entity in cards)


@given(workshops())
def test_the_order_in_the_file_does_not_matter(workshop: Workshop) -> None:
    data = json.loads(workshop.to_json())
    turned = {name: value[::-1] if isinstance(value, list) else value for name, value in data.items()}
    assert Workshop.from_json(json.dumps(turned)) == workshop


def test_looking_up_places_does_not_make_a_workshop_another_one() -> None:
    looked_up, fresh = a_workshop(goals=[goal := a_goal()]), a_workshop(goals=[goal])
    assert looked_up.find(goal.id) == goal
    assert looked_up == fresh
    assert looked_up.to_json() == fresh.to_json()


def test_json_ends_in_a_line_break_and_names_its_format() -> None:
    written = a_workshop().to_json()
    assert written.endswith("}\n")
    assert json.loads(written)["format_version"] == FORMAT_VERSION


def test_a_file_of_the_first_format_keeps_what_it_says_and_is_written_in_todays() -> None:
    card = a_touchpoint(id="one", setting="online", media="digital")
    first = json.loads(a_workshop(touchpoints=[card]).to_json()) | {"format_version": 1}
    opened = Workshop.from_json(json.dumps(first))
    assert opened.touchpoints == (card,)
    assert opened.format_version == FORMAT_VERSION
    assert Workshop.from_json(opened.to_json()) == opened


def test_nobody_chose_is_written_as_null_and_read_again() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint(id="one")])
    written = json.loads(workshop.to_json())["touchpoints"][0]
    assert (written["setting"], written["media"]) == (None, None)
    assert Workshop.from_json(workshop.to_json()) == workshop


def test_the_same_id_in_two_collections_is_refused() -> None:
    with pytest.raises(ValueError, match="the id twin is used twice"):
        a_workshop(goals=[a_goal(id="twin")], personas=[a_persona(id="twin")])
    with pytest.raises(ValueError, match="the id workshop is used twice"):
        a_workshop(goals=[a_goal(id="workshop")])
    with pytest.raises(ValueError, match="the id twin is used twice"):
        a_workshop(goals=[a_goal(id="twin")]).with_collection("personas", [a_persona(id="twin")])


@pytest.mark.parametrize("entity_id", ["", "-a", "a b", "ä", "x" * 65, "a\n", "../a"])
def test_an_id_that_a_file_or_link_could_misread_is_refused(entity_id: str) -> None:
    with pytest.raises(ValidationError, match="id"):
        a_goal(id=entity_id)


def test_new_ids_are_valid_and_different_and_sort_by_birth() -> None:
    made = [new_id() for _ in range(100)]
    assert len(set(made)) == 100
    assert all(a_goal(id=entity_id).id == entity_id for entity_id in made)
    assert [entity_id[:9] for entity_id in made] == sorted(entity_id[:9] for entity_id in made)
    assert ID_PATTERN.startswith("^")


def _broken(**changes: Any) -> str:
    data = json.loads(a_workshop(goals=[a_goal(id="one")], touchpoints=[a_touchpoint(id="two")]).to_json())
    return json.dumps({**data, **changes})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "JSON"),
        ("{", "JSON"),
        (b"\xff\xfe{", "JSON"),
        ("[" * 210, "recursion"),
        ("[]", "object"),
        ("{}", "frame: Field required"),
        (_broken(format_version=FORMAT_VERSION + 1), f"format version {FORMAT_VERSION + 1} is not known"),
        (_broken(format_version=0), "format version 0 is not known"),
        (_broken(gaols=[]), "gaols: Extra inputs are not permitted"),
        (_broken(goals=[{"id": "one", "titel": "x"}]), "goals.0.titel: Extra inputs are not permitted"),
        (_broken(goals=[{"id": "one"}, {"id": "two", "kind": "fame"}]), "goals.1.kind: Input should be"),
        (_broken(touchpoints=[{"id": "two"}]), "touchpoints.0.phase: Field required"),
        (_broken(goals=[{"id": "two"}]), "touchpoints: the id two is used twice"),
        (_broken(goals=[{"id": "one", "due": "tomorrow"}]), "goals.0.due"),
    ],
)
def test_an_unreadable_text_is_refused_with_its_place(text: str | bytes, message: str) -> None:
    with pytest.raises(UnreadableWorkshop) as refused:
        Workshop.from_json(text)
    assert message in str(refused.value)
    assert "Value error" not in str(refused.value)


def test_a_number_too_long_for_any_machine_is_refused_with_its_place() -> None:
    text = _broken().replace('"baseline": null', '"baseline": 1' + "0" * 400)
    with pytest.raises(UnreadableWorkshop, match=r"goals\.0\.baseline"):
        Workshop.from_json(text)


def test_a_workshop_and_its_cards_are_frozen() -> None:
    workshop = a_workshop(goals=[a_goal()])
    with pytest.raises(ValidationError, match="frozen"):
        workshop.frame = a_frame()  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        workshop.goals[0].title = "other"  # type: ignore[misc]


def test_finding_a_card_knows_its_kind() -> None:
    persona, touchpoint = a_persona(), a_touchpoint()
    workshop = a_workshop(personas=[persona], touchpoints=[touchpoint], relations=[a_relation("gone", touchpoint.id)])
    assert workshop.persona(persona.id) == persona
    assert workshop.touchpoint(persona.id) is None
    assert workshop.touchpoint(touchpoint.id) == touchpoint
    assert workshop.find("gone") is None
    assert workshop.collection("frame") == (workshop.frame,)
    with pytest.raises(KeyError):
        workshop.collection("nothing")


def test_in_order_sorts_by_rank_and_then_by_id() -> None:
    b, a, last = a_persona(id="b"), a_persona(id="a"), a_persona(id="0", rank=1)
    assert in_order([last, b, a]) == (a, b, last)


def test_a_document_from_before_event_logs_opens() -> None:
    workshop = a_workshop(goals=[a_goal()])
    older = json.loads(workshop.to_json())
    del older["activities"], older["guesses"]
    assert Workshop.from_json(json.dumps(older)) == workshop


DAYS = [(type_, name) for type_ in KINDS.values() for name, field in type_.model_fields.items() if date in parts(field)]


@pytest.mark.parametrize(("type_", "field"), DAYS)
def test_no_field_takes_a_day_that_spreadsheets_count_differently(type_: type[Entity], field: str) -> None:
    day = TypeAdapter(type_of(type_, field))
    assert day.validate_python(FIRST_DAY) == FIRST_DAY
    with pytest.raises(ValidationError, match="greater than or equal"):
        day.validate_python(FIRST_DAY - timedelta(days=1))


@pytest.mark.parametrize("share", [-0.1, 100.1])
def test_a_guess_is_a_percentage(share: float) -> None:
    with pytest.raises(ValidationError, match="share"):
        a_guess(share)


def test_an_own_model_has_3_to_12_different_phases() -> None:
    assert len(an_own_model(*"abc").phases) == 3
    for wrong in ("ab", "abcdefghijklm"):
        with pytest.raises(ValidationError, match="phases"):
            an_own_model(*wrong)
    same = [{"id": "same", "name": name} for name in "abc"]
    with pytest.raises(ValidationError, match="two phases have the same id"):
        an_own_model(phases=same)


def test_every_collection_is_a_field_of_the_workshop_and_has_its_own_type() -> None:
    assert set(Workshop.model_fields) == {"format_version", *KINDS}
    assert len(set(KINDS.values())) == len(KINDS)
    assert KINDS["personas"] is Persona
