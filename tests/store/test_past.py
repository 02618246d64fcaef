"""The log in pages and by what is sought, the state at any change, named versions, and what people are called."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import update

from journey.editing import FROM_FILE, Change, applied, change_of, put
from journey.history import TAKE_BACK, taken_back, undo
from journey.model import Workshop, new_id
from journey.store import MissingChange, NoSuchVersion, NoSuchWorkshop, Sought, Store, Unreadable
from journey.store.engine import writing
from journey.store.tables import changes
from tests.builders import a_goal, a_relation, a_touchpoint
from tests.store.scenes import ID, a_full_workshop, created, deleted, revised, save
from tests.strategies import journeys

HERE = settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def _edit(store: Store, card: str, author: str = "Alma", **fields: object) -> int:
    opened = store.open(ID)
    return save(store, opened, revised(opened, card, **fields), author).sequence


@pytest.fixture
def lived(store: Store) -> Store:
    """A workshop that three people worked on: seven changes."""
    store.create(a_full_workshop(), "Alma")
    _edit(store, "t0", title="Bäckerei")
    _edit(store, "alma", "Berta", quote='Sagt: "id":"t1" und 100% _ ja')
    opened = store.open(ID)
    save(store, opened, created(opened, "Messe"), "Berta")
    _edit(store, "t0", "Cem", doing="steht Schlange")
    opened = store.open(ID)
    save(store, opened, deleted(opened, "t1"), "Berta")
    _edit(store, "t2", title="Kasse")
    _edit(store, ID, title="Neuer Titel")
    return store


def _found(store: Store, **sought: object) -> list[int]:
    return [entry.sequence for entry in store.past.page(ID, Sought(**sought))]  # type: ignore[arg-type]


def test_pages_reach_back_to_the_first_change_newest_first(lived: Store) -> None:
    first = lived.past.page(ID, limit=3)
    assert [entry.sequence for entry in first] == [7, 6, 5]
    assert [entry.sequence for entry in lived.past.page(ID, before=5, limit=3)] == [4, 3, 2]
    assert lived.past.page(ID, before=2) == lived.log(ID)[:1]
    assert lived.past.page(ID, before=1) == ()


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ({"author": "Berta"}, [5, 3, 2]),
        ({"kind": "touchpoints"}, [6, 5, 4, 3, 1]),
        ({"kind": "personas"}, [2]),
        ({"kind": "goals"}, []),
        ({"cards": ("t0",)}, [4, 1]),
        ({"cards": ("t1",)}, [5]),
        ({"cards": ("T0",)}, []),
        ({"cards": ("t0", "alma")}, [4, 2, 1]),
        ({"deletions": True}, [5]),
        ({"words": "backerei"}, [4, 1]),
        ({"words": "SCHLANGE steht"}, [4]),
        ({"words": "100% _"}, [2]),
        ({"words": "nirgends"}, []),
        ({"words": "touchpoints"}, []),
        ({"author": "Berta", "kind": "touchpoints"}, [5, 3]),
        ({"after": 5}, [7, 6]),
        ({"author": "nobody"}, []),
    ],
)
def test_changes_are_found_by_person_kind_card_deed_and_words(
    lived: Store, sought: dict[str, object], found: list[int]
) -> None:
    assert _found(lived, **sought) == found


def test_a_search_for_words_goes_on_in_pages(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("journey.store.past._BATCH", 2)
    store.create(a_full_workshop(), "Alma")
    for number in range(6):
        _edit(store, "t0", title=f"Messe {number}" if number % 2 else f"Laden {number}", doing="")
    sought = Sought(words="messe")
    first = store.past.page(ID, sought, limit=2)
    rest = store.past.page(ID, sought, before=first[-1].sequence, limit=9)
    assert [entry.sequence for entry in (*first, *rest)] == [6, 5, 4, 3, 2]


def test_who_did_how_much_since_a_change(lived: Store) -> None:
    assert lived.past.counts(ID) == {"Alma": 3, "Berta": 3, "Cem": 1}
    assert lived.past.counts(ID, after=3) == {"Alma": 2, "Cem": 1, "Berta": 1}
    assert lived.past.counts(ID, after=7) == {}


def test_cards_that_are_gone_are_known_as_they_were_last(lived: Store) -> None:
    opened = lived.open(ID)
    fair = opened.workshop.touchpoints[-1]
    leads = a_relation(fair.id, "t0", id="leads")
    change = change_of(put(opened.workshop, leads))
    assert change is not None
    save(lived, opened, change)
    _edit(lived, fair.id, title="Messe in Köln")
    opened = lived.open(ID)
    save(lived, opened, deleted(opened, fair.id))
    gone = lived.past.deleted(ID)
    assert [(kind, card.id) for kind, card in gone] == [
        ("relations", "leads"),
        ("touchpoints", fair.id),
        ("touchpoints", "t1"),
    ]
    assert "Messe in Köln" in gone[1][1].model_dump_json()
    opened = lived.open(ID)
    back = change_of(put(opened.workshop, a_touchpoint("Contact 1", id="t1")))
    assert back is not None
    save(lived, opened, back)
    assert "t1" not in {card.id for _, card in lived.past.deleted(ID)}


@HERE
@given(journey=journeys())
def test_the_state_at_any_change_is_what_stood_there_then(store: Store, journey: tuple[Workshop, list[Change]]) -> None:
    start, made = journey
    if store.workshops():
        store.purge("workshop")
    store.create(start, "Alma")
    states = [start]
    for change in made:
        fresh = change.model_copy(update={"id": new_id()})
        store.save("workshop", fresh, store.open("workshop").versions, "Alma")
        states.append(applied(states[-1], change))
    assert [store.past.at("workshop", sequence) for sequence in range(len(states))] == states


def test_a_state_that_never_was_is_refused(lived: Store) -> None:
    for sequence in (-1, 8):
        with pytest.raises(MissingChange):
            lived.past.at(ID, sequence)


def test_a_log_that_does_not_lead_to_what_is_stored_is_not_believed(lived: Store) -> None:
    body = change_of(put(lived.open(ID).workshop, a_goal(id="never")))
    assert body is not None
    with writing(lived._engine) as connection:
        connection.execute(update(changes).where(changes.c.sequence == 6).values(body=body.model_dump_json()))
    with pytest.raises(Unreadable, match="never"):
        lived.past.at(ID, 3)


def test_a_workshop_that_is_gone_has_no_past(lived: Store) -> None:
    lived.delete(ID)
    for attempt in (lived.past.page, lived.past.counts, lived.past.deleted, lived.past.began):
        with pytest.raises(NoSuchWorkshop):
            attempt(ID)
    with pytest.raises(NoSuchWorkshop):
        lived.past.at(ID, 1)
    with pytest.raises(NoSuchWorkshop):
        lived.past.keep_version(ID, 1, "x", "Alma")


def test_the_past_of_a_copy_begins_with_the_copy(lived: Store) -> None:
    copy = lived.duplicate(ID, "Copy", "Alma")
    assert lived.past.page(copy) == ()
    assert lived.past.began(copy) > lived.past.began(ID)
    assert lived.past.at(copy, 0) == lived.open(copy).workshop


# --- named versions ----------------------------------------------------------------------------------------------------


def test_a_version_is_named_renamed_deleted_and_brought_back(lived: Store) -> None:
    noon = lived.past.keep_version(ID, 4, " Nach dem\nVormittag ", "Alma")
    end = lived.past.keep_version(ID, 7, "Ende", "Berta")
    assert (noon.sequence, noon.name, noon.author) == (4, "Nach dem Vormittag", "Alma")
    assert timedelta(0) <= datetime.now(UTC) - noon.at < timedelta(minutes=10)
    assert lived.past.versions(ID) == (end, noon)
    lived.past.rename_version(noon.id, "Mittag")
    assert [version.name for version in lived.past.versions(ID)] == ["Ende", "Mittag"]
    lived.past.delete_version(end.id)
    assert [version.name for version in lived.past.versions(ID)] == ["Mittag"]
    lived.past.restore_version(end.id)
    assert lived.past.versions(ID)[0] == end
    assert lived.past.versions("other") == ()


def test_a_version_of_what_is_not_yet_there_and_a_change_to_none_are_refused(lived: Store) -> None:
    with pytest.raises(MissingChange):
        lived.past.keep_version(ID, 8, "Zu früh", "Alma")
    for attempt in (lived.past.delete_version, lived.past.restore_version):
        with pytest.raises(NoSuchVersion):
            attempt("none")
    with pytest.raises(NoSuchVersion):
        lived.past.rename_version("none", "x")


def test_names_are_never_longer_than_the_database_can_hold(lived: Store) -> None:
    kept = lived.past.keep_version(ID, 1, "\x00ü\n" * 300, "x" * 300)
    assert lived.past.versions(ID) == (kept,)
    assert len(kept.name) <= 120
    lived.people.call("browser", "\x00Ä" * 300)
    assert lived.people.name("browser") == "Ä" * 60


def test_versions_go_with_their_workshop(lived: Store) -> None:
    lived.past.keep_version(ID, 1, "Vormittag", "Alma")
    lived.purge(ID)
    assert lived.past.versions(ID) == ()


# --- people ------------------------------------------------------------------------------------------------------------


def test_people_are_numbered_by_their_first_change_and_called_what_they_said(lived: Store) -> None:
    assert lived.people.names(ID) == {"Alma": "", "Berta": "", "Cem": ""}
    lived.people.call("Cem", "Cem Yılmaz")
    lived.people.call("Alma", "A.")
    lived.people.call("Alma", " Alma ")
    lived.people.call("Unseen", "Nobody")
    assert list(lived.people.names(ID).items()) == [("Alma", "Alma"), ("Berta", ""), ("Cem", "Cem Yılmaz")]
    lived.people.call("Alma", "  ")
    assert lived.people.name("Alma") == ""
    assert lived.people.name("Unseen") == "Nobody"
    assert lived.people.names("other") == {}


def test_a_deleted_card_is_taken_back_through_the_store(lived: Store) -> None:
    entry = lived.past.page(ID, Sought(deletions=True))[0]
    opened = lived.open(ID)
    back = change_of(taken_back(opened.workshop, entry.change).edits, TAKE_BACK)
    assert back is not None
    save(lived, opened, back)
    assert lived.open(ID).workshop.find("t1") == a_full_workshop().find("t1")


def test_the_log_knows_which_cards_were_made_since_a_moment(lived: Store) -> None:
    [made] = [entry for entry in lived.log(ID) if entry.sequence == 3]
    [card] = [edit.id for edit in made.change.edits]
    assert lived.past.born(ID, made.at) == {card: made.at}
    assert lived.past.born(ID, made.at - timedelta(hours=1)) == {card: made.at}
    assert lived.past.born(ID, made.at + timedelta(microseconds=1)) == {}
    with pytest.raises(NoSuchWorkshop):
        lived.past.born("nowhere", made.at)


def test_cards_from_a_file_and_cards_brought_back_are_not_new(store: Store) -> None:
    store.create(a_full_workshop(), "Alma")
    opened = store.open(ID)
    save(store, opened, created(opened, "Messe").model_copy(update={"label": FROM_FILE}))
    opened = store.open(ID)
    gone = deleted(opened, "t1")
    save(store, opened, gone)
    save(store, store.open(ID), undo(gone, 2))
    assert store.open(ID).workshop.touchpoint("t1")
    assert store.past.born(ID, datetime.now(UTC) - timedelta(hours=1)) == {}
