"""The list of workshops: found, copied, put aside, taken back, removed for good; and where each browser was last."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from journey.editing import revise
from journey.model import Workshop
from journey.store import LastPlace, NoSuchWorkshop, Store
from tests.builders import a_citation, a_frame, a_source, a_workshop
from tests.store.scenes import ID, a_full_workshop, created, revised, save


def _named(workshop_id: str, title: str, organisation: str = "") -> Workshop:
    return a_workshop(frame=a_frame(id=workshop_id, title=title, organisation=organisation))


def _ids(store: Store, search: str = "", deleted: bool = False) -> list[str]:
    return [entry.id for entry in store.workshops(search, deleted)]


def test_an_empty_store_lists_nothing(store: Store) -> None:
    assert store.workshops() == ()


def test_the_workshop_changed_last_comes_first(store: Store) -> None:
    for name in ("a", "b", "c"):
        store.create(_named(name, name), "Alma")
    assert _ids(store) == ["c", "b", "a"]
    opened = store.open("a")
    save(store, opened, created(opened, "Fair"))
    assert _ids(store) == ["a", "c", "b"]
    first = store.workshops()[0]
    assert first.updated_at > first.created_at
    assert first.updated_at.utcoffset() is not None


def test_times_are_utc_whatever_the_zone_of_the_machine(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    time.tzset()
    try:
        opened = store.create(a_full_workshop(), "Alma")
        save(store, opened, created(opened, "Fair"))
        moments = [store.workshops()[0].created_at, store.log(ID)[0].at]
    finally:
        monkeypatch.undo()
        time.tzset()
    for moment in moments:
        assert moment.utcoffset() == timedelta(0)
        assert abs(datetime.now(UTC) - moment) < timedelta(minutes=10)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("bäcker", ["bakery"]),
        ("BÄCKER", ["bakery"]),
        ("backer", ["bakery"]),
        ("ba\u0308cker", ["bakery"]),
        ("straße", ["street"]),
        ("STRASSE", ["street"]),
        ("öster", ["street"]),
        ("huber früh", ["bakery"]),
        ("früh müller", []),
        ("  ", ["street", "bakery"]),
        ("100%", ["street"]),
        ("_", []),
        ("\x00\ud800", []),
    ],
)
def test_the_search_finds_words_in_title_and_organisation_whatever_their_case_and_accents(
    store: Store, search: str, found: list[str]
) -> None:
    store.create(_named("bakery", "Bäckerei am Frühling", "Huber & Söhne"), "Alma")
    store.create(_named("street", "Lange Straße 100%", "ÖSTERREICH GmbH"), "Alma")
    assert _ids(store, search) == found


def test_a_copy_has_a_new_id_and_title_and_everything_else(store: Store) -> None:
    source = a_source(id="survey")
    cited = [a_citation(ID, "survey", id="c1", field="title"), a_citation("t0", "survey", id="c2")]
    original = a_full_workshop().with_collection("sources", [source]).with_collection("citations", cited)
    opened = store.create(original, "Alma")
    save(store, opened, created(opened, "Fair"))
    copy_id = store.duplicate(ID, "Second try", "Berta")
    copy = store.open(copy_id)
    assert copy.workshop.frame == revise(original.frame, id=copy_id, title="Second try")
    assert copy.workshop.touchpoints == store.open(ID).workshop.touchpoints
    assert [citation.card for citation in copy.workshop.citations] == [copy_id, "t0"]
    assert store.log(copy_id) == ()
    assert Workshop.from_json(copy.workshop.to_json()) == copy.workshop


def test_original_and_copy_are_edited_apart(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    copy = store.open(store.duplicate(ID, "Copy", "Alma"))
    save(store, copy, revised(copy, "t0", title="Only here"))
    assert store.open(ID) == opened


def test_a_deleted_workshop_is_gone_until_it_is_restored(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    change = revised(opened, "t0", title="Kept")
    save(store, opened, change)
    before = store.open(ID)
    store.delete(ID)
    store.delete(ID)
    assert (_ids(store), _ids(store, deleted=True)) == ([], [ID])
    for attempt in (lambda: store.open(ID), lambda: store.sequence(ID), lambda: save(store, opened, change)):
        with pytest.raises(NoSuchWorkshop):
            attempt()
    store.restore(ID)
    assert (_ids(store), _ids(store, deleted=True)) == ([ID], [])
    assert store.open(ID) == before
    assert [entry.change for entry in store.log(ID)] == [change]


def test_a_purged_workshop_cannot_be_restored_and_its_id_is_free(store: Store) -> None:
    opened = store.create(a_full_workshop(), "Alma")
    save(store, opened, created(opened, "Fair"))
    store.create(_named("other", "Other"), "Alma")
    store.remember("browser", LastPlace(ID, "goals", "de"))
    store.delete(ID)
    store.purge(ID)
    with pytest.raises(NoSuchWorkshop):
        store.restore(ID)
    assert store.place("browser") == LastPlace(None, "goals", "de")
    assert _ids(store) == ["other"]
    store.create(a_workshop(), "Alma")
    assert store.open(ID).workshop == a_workshop()
    assert store.log(ID) == ()


def test_a_browser_comes_back_to_where_it_was(store: Store) -> None:
    assert store.place("mine") is None
    store.remember("mine", LastPlace(None, "start", "de"))
    store.remember("hers", LastPlace("x", "personas", "de"))
    store.remember("mine", LastPlace("y", "journey-map", "en"))
    assert store.place("mine") == LastPlace("y", "journey-map", "en")
    assert store.place("hers") == LastPlace("x", "personas", "de")


def test_what_a_browser_sends_is_never_trusted(store: Store) -> None:
    nasty = "\x00\ud800" + "ü" * 300
    store.remember(nasty, LastPlace("no id\x00", nasty, nasty))
    assert store.place(nasty) == LastPlace(None, "ü" * 200, "ü" * 8)
