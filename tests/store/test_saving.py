"""Saving: one change, one transaction, one entry in the log, once."""

from collections.abc import Callable

import pytest

from journey.editing import Change, Edit, change_of, difference, revise
from journey.model import FRAME, Language, Workshop, new_id
from journey.store import AlreadyExists, ImpossibleChange, NoSuchWorkshop, Store
from tests.builders import a_citation, a_goal, a_relation, a_touchpoint, a_workshop
from tests.store.scenes import ID, a_full_workshop, conflict_of, created, deleted, revised, save, title


def test_a_created_workshop_opens_as_it_was(store: Store) -> None:
    workshop = a_full_workshop()
    created_one = store.create(workshop, "Alma")
    assert store.open(ID) == created_one
    assert created_one.workshop.to_json() == workshop.to_json()
    assert created_one.sequence == 0
    assert created_one.versions == dict.fromkeys(workshop.places, 0)


def test_an_id_that_is_taken_is_refused_even_by_a_deleted_workshop(store: Store) -> None:
    store.create(a_workshop(), "Alma")
    store.delete(ID)
    with pytest.raises(AlreadyExists):
        store.create(a_full_workshop(), "Alma")
    store.restore(ID)
    assert store.open(ID).workshop == a_workshop()


def test_a_save_writes_the_card_its_version_and_the_log(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    change = revised(opened, "t1", title="Newsletter")
    saved = save(store, opened, change, "Berta")
    after = store.open(ID)
    assert title(after, "t1") == "Newsletter"
    assert (saved.sequence, saved.versions) == (1, {"t1": 1})
    assert after.sequence == store.sequence(ID) == 1
    assert after.versions == {**opened.versions, "t1": 1}
    (entry,) = store.log(ID)
    assert (entry.sequence, entry.author, entry.change, entry.versions) == (1, "Berta", change, {"t1": 1})


def test_creating_and_deleting_cards_is_saved(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    assert save(store, opened, deleted(opened, "t0")).versions == {}
    opened = store.open(ID)
    save(store, opened, created(opened, "Fair", "Shop window"))
    after = store.open(ID)
    assert sorted(t.title for t in after.workshop.touchpoints) == ["Contact 1", "Contact 2", "Fair", "Shop window"]
    assert set(after.versions) == set(after.workshop.places)


def test_the_same_change_saved_again_gives_the_first_result(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    change = revised(opened, "t0", title="Once")
    first = save(store, opened, change)
    save(store, store.open(ID), revised(store.open(ID), "t0", title="Later"))
    assert save(store, opened, change) == first
    assert title(store.open(ID), "t0") == "Later"
    assert len(store.log(ID)) == 2


def test_another_change_under_a_saved_id_is_not_swallowed(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    change = revised(opened, "t0", title="Once")
    save(store, opened, change)
    other = revised(opened, "t1", title="Twice").model_copy(update={"id": change.id})
    with pytest.raises(AlreadyExists):
        save(store, opened, other)


def test_the_frame_is_saved_and_repeated_in_the_list(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, revised(opened, ID, title="Bäckerei", organisation="Huber", language=Language.EN))
    (entry,) = store.workshops()
    assert (entry.title, entry.organisation, entry.language) == ("Bäckerei", "Huber", Language.EN)


def test_the_list_counts_cards_through_every_kind_of_change(store: Store) -> None:
    opened = store.create(a_full_workshop(touchpoints=3), "Alma")
    save(store, opened, created(opened, "Fair", "Shop window"))
    save(store, opened, deleted(opened, "t0"))
    save(store, opened, deleted(opened, "alma"))
    save(store, opened, revised(opened, "more", title="Fewer complaints"))
    (entry,) = store.workshops()
    assert (entry.touchpoints, entry.personas, entry.goals) == (4, 0, 1)


def test_a_change_may_edit_one_card_twice_and_turn_an_id_into_another_kind(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    card = opened.workshop.places["t0"][1]
    halfway, goal = revise(card, title="Halfway"), a_goal("A goal now", id="t0")
    edits = (
        Edit(kind="goals", id="t0", after=goal),
        Edit(kind="touchpoints", id="t0", before=card, after=halfway),
        Edit(kind="touchpoints", id="t0", before=halfway, after=None),
    )
    assert save(store, opened, Change(id=new_id(), edits=edits)).versions == {"t0": 1}
    assert store.caught_up(opened) == store.open(ID)
    assert store.open(ID).workshop.find("t0") == goal


def test_what_no_workshop_can_take_is_refused(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    frame, card = opened.workshop.frame, opened.workshop.places["t0"][1]
    impossible = [
        (Edit(kind=FRAME, id=ID, before=frame),),
        (Edit(kind=FRAME, id="second", after=revise(frame, id="second")),),
        (Edit(kind="touchpoints", id="t0", before=card), Edit(kind="touchpoints", id="t0", before=card)),
        (
            Edit(kind="goals", id="n", after=a_goal(id="n")),
            Edit(kind="touchpoints", id="n", after=a_touchpoint(id="n")),
        ),
    ]
    for edits in impossible:
        with pytest.raises(ImpossibleChange):
            save(store, opened, Change(id=new_id(), edits=edits))
    assert store.open(ID) == opened


def test_a_whole_import_of_thousands_of_cards_is_one_change(store: Store) -> None:
    opened = store.create(a_full_workshop(touchpoints=700), "Alma")
    kept = [revise(card, title=f"New {card.id}") for card in opened.workshop.touchpoints[:600]]
    more = [a_relation(kept[i].id, kept[i + 1].id) for i in range(300)]
    new = a_workshop(frame=opened.workshop.frame, touchpoints=kept, relations=more, citations=[a_citation("t0", "s")])
    change = change_of(difference(opened.workshop, new), "import")
    assert change is not None
    save(store, opened, change)
    assert store.open(ID).workshop == new
    stale = {clash.id for clash in conflict_of(store, opened, change.inverse()).conflicts}
    assert stale == {card.id for card in (*kept, *more, *new.citations)}


def test_what_undoes_and_redoes_a_change_is_logged(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    change = revised(opened, "t0", title="Once")
    save(store, opened, change)
    back = change.inverse().model_copy(update={"undoes": 1})
    store.save(ID, back, store.open(ID).versions, "Alma")
    assert [entry.change.undoes for entry in store.log(ID)] == [None, 1]
    assert store.open(ID).workshop == opened.workshop


def test_a_workshop_that_is_not_there_is_said_to_be_absent(store: Store) -> None:
    change = revised(store.create(a_full_workshop(), "Alma"), "t0", title="Lost")
    attempts: list[Callable[[str], object]] = [
        store.open,
        store.sequence,
        store.log,
        store.delete,
        store.restore,
        store.purge,
        lambda nobody: store.save(nobody, change, {}, "Alma"),
        lambda nobody: store.since(nobody, 0),
        lambda nobody: store.duplicate(nobody, "Copy", "Alma"),
    ]
    for nobody in ("absent", "", "../other", "a b", "x\x00", "x\n", "\ud800", "x" * 65):
        for attempt in attempts:
            with pytest.raises(NoSuchWorkshop):
                attempt(nobody)


def test_names_of_people_may_hold_anything(store: Store) -> None:
    opened = store.create(Workshop(frame=a_full_workshop().frame), "\x00\ud800" + "ß" * 300)
    save(store, opened, revised(opened, ID, title="x"), "Zoë\x00\r\n" + "y" * 300)
    (entry,) = store.log(ID)
    assert entry.author.startswith("Zoë y")
    assert len(entry.author) == 200
