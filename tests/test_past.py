"""Earlier states: worked out backwards from the log, one change taken back, and what both say before they do it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.editing import Change, Edit, StaleChange, applied, change_of, difference, put, remove, revise
from journey.history import (
    TAKE_BACK,
    Deed,
    Overwritten,
    author_name,
    describe,
    details,
    go_back_label,
    taken_back,
    undo,
    unfolded,
)
from journey.model import Entity, Language, Workshop
from journey.phases import model_of
from tests.builders import a_citation, a_goal, a_persona, a_relation, a_source, a_touchpoint, a_workshop
from tests.strategies import journeys

DE, EN = Language.DE, Language.EN


def _workshop() -> Workshop:
    return a_workshop(
        personas=[a_persona("Alma", id="alma"), a_persona("Bert", id="bert", rank=1)],
        touchpoints=[a_touchpoint("Newsletter", id="letter", personas=["alma"]), a_touchpoint("Kasse", id="till", rank=1)],
        relations=[a_relation("letter", "till", id="leads")],
        sources=[a_source("Umfrage", id="survey")],
        citations=[a_citation("letter", "survey", id="proof")],
    )  # fmt: skip


def _changed(workshop: Workshop, *edits: Edit) -> tuple[Workshop, Change]:
    change = change_of(edits)
    assert change is not None
    return applied(workshop, change), change


def _revised(workshop: Workshop, card: str, **fields: object) -> tuple[Workshop, Change]:
    held = workshop.find(card)
    assert held is not None
    return _changed(workshop, *put(workshop, revise(held, **fields)))


def _after(workshop: Workshop, change: Change) -> Workshop:
    """The workshop with a change taken back."""
    back = change_of(taken_back(workshop, change).edits)
    return applied(workshop, back) if back else workshop


# --- the whole document ------------------------------------------------------------------------------------------------


@given(journeys())
def test_folding_back_to_any_change_equals_replaying_up_to_it(journey: tuple[Workshop, list[Change]]) -> None:
    states = [journey[0]]
    for change in journey[1]:
        states.append(applied(states[-1], change))
    for sequence, state in enumerate(states):
        assert unfolded(states[-1], reversed(journey[1][sequence:])) == state


@given(journeys())
def test_going_back_and_taking_that_back_leads_to_where_one_was(journey: tuple[Workshop, list[Change]]) -> None:
    start, changes = journey
    now = start
    for change in changes:
        now = applied(now, change)
    back = change_of(difference(now, start), go_back_label(0))
    if back is not None:
        assert applied(now, back) == start
        assert applied(start, undo(back, 1)) == now


def test_a_card_edited_twice_in_one_change_is_folded_back_to_its_first_value() -> None:
    once, first = _revised(_workshop(), "letter", title="Rundbrief")
    twice, second = _revised(once, "letter", title="Post")
    both = first.model_copy(update={"edits": (*first.edits, *second.edits)})
    assert unfolded(twice, [both]) == _workshop()
    assert _after(twice, both) == _workshop()


def test_a_log_that_does_not_lead_here_is_refused() -> None:
    _, change = _revised(_workshop(), "letter", title="Rundbrief")
    with pytest.raises(StaleChange, match="letter"):
        unfolded(_workshop(), [change])


# --- one change --------------------------------------------------------------------------------------------------------


@given(journeys())
def test_taking_back_the_last_change_is_undoing_it(journey: tuple[Workshop, list[Change]]) -> None:
    start, changes = journey
    for change in changes:
        now = applied(start, change)
        # A card that others named before it was there takes them along, and says so.
        if not taken_back(now, change).overwritten:
            assert _after(now, change) == applied(now, change.inverse())
        start = now


def _lost(now: Workshop, then: Workshop, after: Workshop) -> set[tuple[str, str]]:
    """Cards and fields that say something else now than right after a change, and lose it."""

    def said(workshop: Workshop, card: str) -> dict[str, object]:
        entity: Entity | None = workshop.find(card)
        return dict(entity) if entity else {}

    return {
        (card, name)
        for card in now.places
        for name, value in said(now, card).items()
        if name != "id" and value != said(then, card).get(name) and value != said(after, card).get(name)
    }


@given(journeys(), st.data())
def test_whatever_was_written_later_and_would_go_is_said_before(
    journey: tuple[Workshop, list[Change]], data: st.DataObject
) -> None:
    start, changes = journey
    if not changes:
        return
    states = [start]
    for change in changes:
        states.append(applied(states[-1], change))
    place = data.draw(st.integers(0, len(changes) - 1))
    now, found = states[-1], taken_back(states[-1], changes[place])
    said = {(one.id, name) for one in found.overwritten for name in one.fields}
    whole = {one.id for one in found.overwritten if not one.fields}
    lost = _lost(now, states[place + 1], _after(now, changes[place]))
    # Who is mentioned is put together from both: a mention that goes was made by the change itself.
    silent = {(card, n) for card, n in lost - said if card not in whole and n not in {"personas", "persona_emotions"}}
    assert silent == set()


def test_an_older_change_is_taken_back_and_later_ones_to_other_fields_stay() -> None:
    now, change = _revised(_workshop(), "letter", title="Rundbrief", doing="liest")
    now, _ = _revised(now, "letter", thinking="schon wieder")
    back = taken_back(now, change)
    assert back.overwritten == ()
    letter = applied(now, Change(id="b", edits=back.edits)).touchpoint("letter")
    assert letter is not None
    assert (letter.title, letter.doing, letter.thinking) == ("Newsletter", "", "schon wieder")


def test_a_later_value_in_the_same_field_is_named_before_it_is_overwritten() -> None:
    now, change = _revised(_workshop(), "letter", title="Rundbrief", doing="liest")
    now, _ = _revised(now, "letter", title="Post")
    back = taken_back(now, change)
    assert back.overwritten == (Overwritten("touchpoints", "letter", ("title",)),)
    assert _after(now, change).touchpoint("letter") == _workshop().touchpoint("letter")


def test_a_deleted_card_comes_back_with_its_relations_citations_and_mentions() -> None:
    start = _workshop()
    for card in ("letter", "alma"):
        gone, change = _changed(start, *remove(start, card))
        gone, _ = _revised(gone, "till", title="Bezahlen")
        back = taken_back(gone, change)
        assert back.overwritten == ()
        after = _after(gone, change)
        assert after.collection("relations") == start.relations
        assert after.collection("citations") == start.citations
        assert (after.personas, after.touchpoint("letter")) == (start.personas, start.touchpoint("letter"))


def test_a_persona_that_comes_back_is_mentioned_beside_those_who_came_later() -> None:
    gone, change = _changed(_workshop(), *remove(_workshop(), "alma"))
    gone, _ = _revised(gone, "letter", personas=("bert",))
    back = taken_back(gone, change)
    assert back.overwritten == ()
    letter = _after(gone, change).touchpoint("letter")
    assert letter is not None
    assert letter.personas == ("bert", "alma")


def test_two_deletions_are_taken_back_in_any_order() -> None:
    start = _workshop()
    one, first = _changed(start, *remove(start, "letter"))
    two, second = _changed(one, *remove(one, "till"))
    assert _after(_after(two, first), second) == start
    assert _after(_after(two, second), first) == start


def test_a_created_card_goes_with_what_hangs_on_it_by_now_and_that_is_said() -> None:
    now, change = _changed(_workshop(), *put(_workshop(), a_touchpoint("Blog", id="blog")))
    assert taken_back(now, change).overwritten == ()
    now, _ = _revised(now, "blog", doing="liest")
    now, _ = _changed(now, *put(now, a_relation("blog", "till", id="later")))
    assert set(taken_back(now, change).overwritten) == {
        Overwritten("touchpoints", "blog"),
        Overwritten("relations", "later"),
    }
    assert _after(now, change) == _workshop()


def test_nothing_is_left_to_take_back_of_a_change_that_was_taken_back_or_whose_card_is_gone() -> None:
    now, change = _revised(_workshop(), "letter", title="Rundbrief")
    assert taken_back(_after(now, change), change).edits == ()
    gone, _ = _changed(now, *remove(now, "letter"))
    assert taken_back(gone, change).edits == ()


def test_a_card_that_came_back_by_itself_is_not_overwritten_with_its_old_self() -> None:
    gone, change = _changed(_workshop(), *remove(_workshop(), "letter"))
    back = _after(gone, change)
    edited, _ = _revised(back, "letter", title="Neu")
    assert taken_back(edited, change).edits == ()


# --- in words ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "german", "english"),
    [
        (TAKE_BACK, "Zurückgenommen: „Alma“, Segment: – → Familien", "Taken back: “Alma”, Segment: – → Familien"),
        (
            go_back_label(17),
            "Zurück zum Stand nach Änderung 17, geänderte Karten: 1",
            "Back to the state after change 17, cards changed: 1",
        ),
        (go_back_label(0), "Zurück zum Anfang, geänderte Karten: 1", "Back to the beginning, cards changed: 1"),
        (
            go_back_label(17, "a: {b}"),
            "Zurück zur Version „a: {b}“, geänderte Karten: 1",
            "Back to the version “a: {b}”, cards changed: 1",
        ),
    ],
)
def test_taking_back_and_going_back_have_names(label: str, german: str, english: str) -> None:
    now, change = _revised(_workshop(), "alma", segment="Familien")
    back = change.inverse().model_copy(update={"label": label})
    names = [describe(back, now, language, model_of(now, language)) for language in (DE, EN)]
    assert names == [german, english]
    assert describe(undo(back, 3), now, DE, model_of(now, DE)) == f"Rückgängig: {german}"


def test_a_change_is_told_card_by_card_with_its_fields_before_and_after() -> None:
    start = _workshop()
    _, change = _changed(start, *remove(start, "letter"), *put(start, a_goal("Mehr", id="goal")))
    told = details(change.edits, None, DE, model_of(start, DE))
    assert [(one.deed, one.title) for one in told] == [
        (Deed.DELETED, "Touchpoint: Newsletter"),
        (Deed.DELETED, "Wirkung: Newsletter → (gelöscht)"),
        (Deed.DELETED, "Beleg: (gelöscht)"),
        (Deed.CREATED, "Ziel: Mehr"),
    ]
    assert ("title", "Newsletter", "–") in [(field.field, field.old, field.new) for field in told[0].fields]
    _, moved = _revised(start, "till", rank=7)
    assert [(f.field, f.old, f.new) for f in details(moved.edits, start, EN, model_of(start, EN))[0].fields] == [
        ("rank", "1", "7")
    ]


@given(journeys())
def test_every_change_can_be_told_in_both_languages(journey: tuple[Workshop, list[Change]]) -> None:
    now, changes = journey
    for change in changes:
        now = applied(now, change)
        for language in Language:
            for card in details(change.edits, now, language, model_of(now, language)):
                assert card.title.strip()
                assert all(field.old != field.new for field in card.fields)


def test_people_are_called_what_they_said_else_by_number_and_namesakes_can_be_told_apart() -> None:
    names = {"a": "Anna", "b": "", "c": "Cem", "d": "anna"}
    assert [author_name(who, names, "c", DE) for who in ("a", "b", "c", "d", "gone")] == [
        "Anna (Browser 1)",
        "Browser 2",
        "Sie",
        "anna (Browser 4)",
        "jemand anders",
    ]
    assert author_name("c", names, "a", EN) == "Cem"
