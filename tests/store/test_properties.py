"""Properties: any document and any sequence of edits survive the store, undo leads back, two sessions never lose a thing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journey.editing import Change, applied
from journey.model import Entity, Workshop, new_id
from journey.store import Store
from tests.store.scenes import conflict_or_none
from tests.strategies import change_on, journeys, workshops

HERE = settings(
    max_examples=settings().max_examples * 3 // 5,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _fresh(change: Change) -> Change:
    return change.model_copy(update={"id": new_id()})


def _stored_anew(store: Store, workshop: Workshop) -> None:
    """Every example begins with this workshop alone, under the id that the strategies give it."""
    if store.workshops():
        store.purge(workshop.frame.id)
    store.create(workshop, "Alma")


@HERE
@given(workshop=workshops())
def test_any_document_comes_back_as_it_was(store: Store, workshop: Workshop) -> None:
    _stored_anew(store, workshop)
    assert store.open("workshop").workshop.to_json() == workshop.to_json()


@HERE
@given(journey=journeys())
def test_any_sequence_of_edits_undone_in_reverse_gives_the_start(
    store: Store, journey: tuple[Workshop, list[Change]]
) -> None:
    start, changes = journey
    _stored_anew(store, start)
    seen = store.open("workshop")
    for change in map(_fresh, changes):
        expected = applied(store.open("workshop").workshop, change)
        store.save("workshop", change, store.open("workshop").versions, "Alma")
        assert store.open("workshop").workshop == expected
    for entry in reversed(store.log("workshop")):
        back = entry.change.inverse().model_copy(update={"undoes": entry.sequence})
        store.save("workshop", back, store.open("workshop").versions, "Alma")
    after = store.open("workshop")
    assert after.workshop == start
    assert after.sequence == 2 * len(changes)
    assert store.caught_up(seen) == after


@HERE
@given(data=st.data())
def test_two_sessions_both_win_on_different_cards_and_meet_in_a_conflict_on_the_same(
    store: Store, data: st.DataObject
) -> None:
    workshop = data.draw(workshops())
    _stored_anew(store, workshop)
    both = store.open("workshop")
    hers, mine = (_fresh(data.draw(change_on(workshop))) for _ in range(2))
    store.save("workshop", hers, both.versions, "Berta")
    hers_touched, mine_touched = ({edit.id for edit in change.edits} for change in (hers, mine))
    between = store.open("workshop")
    conflict = conflict_or_none(store, both, mine)
    if conflict:
        assert {clash.id for clash in conflict.conflicts} <= hers_touched & mine_touched
        for clash in conflict.conflicts:
            assert clash.base == _card(workshop, clash.kind, clash.id)
            assert clash.theirs == between.workshop.find(clash.id)
        assert store.open("workshop") == between
    else:
        # Only what was not there before and is not there now may be touched by both.
        shared = hers_touched & mine_touched
        assert all(workshop.find(card) is None and between.workshop.find(card) is None for card in shared)
        assert store.open("workshop").workshop == applied(between.workshop, mine)
    assert store.caught_up(both) == store.open("workshop")


def _card(workshop: Workshop, kind: str, card: str) -> Entity | None:
    return next((entity for entity in workshop.collection(kind) if entity.id == card), None)
