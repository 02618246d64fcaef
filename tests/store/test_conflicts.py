"""A stale save is a conflict that shows both values and writes nothing; different cards never conflict."""

import pytest

from journey.editing import Change, Edit, change_of, put, revise
from journey.model import new_id
from journey.store import Store, StoreUnavailable
from journey.store.engine import connect, writing
from journey.store.location import database_url
from journey.store.saving import _Step, _write
from tests.builders import a_goal, a_touchpoint, a_workshop
from tests.store.scenes import ID, a_full_workshop, conflict_of, deleted, revised, save, title


def test_a_stale_save_is_a_conflict_that_shows_both_values(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, revised(opened, "t1", title="Hers"), "Berta")
    (clash,) = conflict_of(store, opened, revised(opened, "t1", title="Mine")).conflicts
    assert (clash.kind, clash.id) == ("touchpoints", "t1")
    assert [value and value.title for value in (clash.base, clash.mine, clash.theirs)] == ["Contact 1", "Mine", "Hers"]  # type: ignore[attr-defined]
    assert title(store.open(ID), "t1") == "Hers"
    assert len(store.log(ID)) == 1


def test_editing_a_card_that_is_gone_and_deleting_one_that_changed_are_conflicts(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, deleted(opened, "t0"))
    save(store, opened, revised(opened, "t1", title="Hers"))
    (gone,) = conflict_of(store, opened, revised(opened, "t0", title="Mine")).conflicts
    assert gone.theirs is None
    (kept,) = conflict_of(store, opened, deleted(opened, "t1")).conflicts
    assert kept.mine is None
    assert kept.theirs == store.open(ID).workshop.find("t1")


def test_creating_a_card_under_an_id_that_exists_is_a_conflict(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    for newcomer in (a_touchpoint("Mine", id="t0"), a_goal("Mine", id="t0")):
        change = change_of(put(a_workshop(), newcomer))
        assert change is not None
        (clash,) = conflict_of(store, opened, change).conflicts
        assert (clash.base, clash.mine, clash.theirs) == (None, newcomer, opened.workshop.find("t0"))


def test_a_conflict_in_one_card_writes_none_of_the_change(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, revised(opened, "t2", title="Hers"))
    cards = [revise(opened.workshop.places[card][1], title="Mine") for card in ("t0", "t1", "t2")]
    change = change_of([*put(opened.workshop, *cards), *put(opened.workshop, a_touchpoint("New"))])
    assert change is not None
    before = store.open(ID)
    assert [clash.id for clash in conflict_of(store, opened, change).conflicts] == ["t2"]
    assert store.open(ID) == before


def test_different_cards_never_conflict(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, revised(opened, "t0", title="Hers"), "Berta")
    save(store, opened, revised(opened, "t1", title="Mine"), "Alma")
    save(store, opened, revised(opened, ID, title="Renamed"), "Cleo")
    after = store.open(ID)
    assert (title(after, "t0"), title(after, "t1"), after.workshop.frame.title) == ("Hers", "Mine", "Renamed")


def test_a_card_that_was_deleted_and_brought_back_has_a_version_that_nobody_saw(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    removal = deleted(opened, "t0")
    save(store, opened, removal)
    save(store, opened, removal.inverse())
    assert store.open(ID).versions["t0"] == 2
    conflict_of(store, opened, revised(opened, "t0", title="Mine"))


def test_a_change_that_misstates_what_it_replaces_is_a_conflict_too(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    card = opened.workshop.places["t0"][1]
    imagined = Edit(
        kind="touchpoints", id="t0", before=revise(card, title="Never stored"), after=revise(card, title="Mine")
    )
    (clash,) = conflict_of(store, opened, Change(id=new_id(), edits=(imagined,))).conflicts
    assert clash.theirs == card
    assert store.log(ID) == ()


def test_the_statements_themselves_refuse_a_version_that_is_gone(store: Store, url: str) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    card = opened.workshop.places["t0"][1]
    engine = connect(database_url(url))
    for after in (None, revise(card, title="Mine")):
        with pytest.raises(StoreUnavailable), writing(engine) as connection:
            _write(connection, ID, [_Step("touchpoints", "t0", card, after)], {"t0": 7}, 8)
    engine.dispose()
    assert store.open(ID) == opened
