"""The start page: a back-up of all workshops, its way back, and erasing a workshop for good."""

import pytest
from streamlit.testing.v1 import AppTest

from journey.editing import change_of, put, revise
from journey.model import Language
from journey.store import NoSuchWorkshop
from journey.texts import text
from tests.builders import a_citation, a_frame, a_goal, a_source, a_workshop, an_action
from tests.ui.app import html, kept, keys, on_page, opened, pressed, run, seen, started, store, stored

DE = Language.DE


def _with_file(data: bytes) -> AppTest:
    """A fresh tab whose person has chosen a back-up."""
    tab = run(started())
    tab.file_uploader(key="backup-file:0").upload("sicherung.zip", data)
    return run(tab)


def _changed(workshop_id: str, title: str) -> None:
    now = store().open(workshop_id)
    change = change_of(put(now.workshop, revise(now.workshop.frame, title=title)))
    assert change is not None
    store().save(workshop_id, change, now.versions, "Alma")


def test_a_workshop_that_was_erased_comes_back_from_the_backup_with_its_history() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Erster Titel"), goals=[a_goal()]))
    _changed(workshop_id, "Zweiter Titel")
    held, data = kept(workshop_id), store().backups.write()
    store().purge(workshop_id)
    tab = _with_file(data)
    assert "Zweiter Titel" in html(tab)
    assert text("backup.standing.absent", DE) in html(tab)
    pressed(tab, "backup-restore")
    assert kept(workshop_id) == held
    assert store().past.at(workshop_id, 0).frame.title == "Erster Titel"
    assert "backup-restore" not in keys(tab)
    assert f"open:{workshop_id}" in keys(run(tab))


def test_what_is_here_in_another_state_is_only_added_as_a_copy() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Gesichert"), goals=[a_goal()]))
    data = store().backups.write()
    _changed(workshop_id, "Weitergearbeitet")
    tab = _with_file(data)
    assert text("backup.standing.other", DE) in html(tab)
    assert "backup-restore" not in keys(tab)
    pressed(tab, "backup-copy")
    assert kept(workshop_id).frame.title == "Weitergearbeitet"
    [copy] = store().workshops(text("drawer.copy_of", DE, name="Gesichert"))
    assert len(kept(copy.id).goals) == 1


def test_the_rooms_of_a_workshop_are_counted_and_come_along_with_its_copy() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Mit Live-Raum"), goals=[a_goal()]))
    room = store().rooms.open_room(workshop_id)
    data = store().backups.write()
    store().rooms.delete(room.id)
    tab = _with_file(data)
    assert text("backup.rooms.one", DE, count="1") in html(tab)
    pressed(tab, "backup-copy")
    [copy] = store().workshops(text("drawer.copy_of", DE, name="Mit Live-Raum"))
    assert len(store().rooms.of_workshop(copy.id)) == 1
    assert store().rooms.of_workshop(workshop_id) == ()


def test_a_backup_of_what_is_here_offers_nothing_to_do() -> None:
    stored(a_workshop())
    tab = _with_file(store().backups.write())
    assert text("backup.nothing", DE) in seen(tab)
    assert not {"backup-restore", "backup-copy"} & keys(tab)


def test_a_file_that_is_no_backup_is_refused_in_words() -> None:
    tab = _with_file(b"no zip")
    assert [error.value for error in tab.error] == [text("store.backup.no_backup", DE)]


def test_the_toast_counts_what_came_back() -> None:
    workshop_ids = [stored(a_workshop()) for _ in range(2)]
    data = store().backups.write()
    for workshop_id in workshop_ids:
        store().purge(workshop_id)
    tab = pressed(_with_file(data), "backup-restore")
    assert [toast.value for toast in tab.toast] == [text("backup.done.many", DE, count=2)]


def test_links_of_owners_that_are_in_no_backup_are_told_before_and_after_it_comes_back() -> None:
    workshop_id = stored(a_workshop(actions=[an_action("Aushang", owner="Petra")]))
    data = store().backups.write()
    assert text("backup.no_links", DE) not in seen(_with_file(data))
    store().purge(workshop_id)
    tab = _with_file(data)
    assert text("backup.no_links", DE) in seen(tab)
    pressed(tab, "backup-restore")
    assert [toast.value for toast in tab.toast] == [
        f"{text('backup.done.one', DE, count=1)} {text('backup.links_gone', DE)}"
    ]


def test_erasing_asks_first_and_leaves_nothing() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Vertraulich"), goals=[a_goal()]))
    tab = on_page(opened(workshop_id), "start")
    tab.menu_button(key=f"more:{workshop_id}").click("erase")
    run(tab)
    assert "Vertraulich" in seen(tab)
    assert kept(workshop_id).goals
    tab.menu_button(key=f"more:{workshop_id}").click("erase")
    pressed(tab, "erase-now")
    with pytest.raises(NoSuchWorkshop):
        store().open(workshop_id)
    assert workshop_id not in {listed.id for listed in store().workshops(deleted=True)}
    assert "workshop" not in tab.query_params


def test_a_deleted_workshop_can_be_erased_from_the_list_of_deleted_ones() -> None:
    workshop_id = stored(a_workshop(frame=a_frame(title="Schon gelöscht")))
    store().delete(workshop_id)
    tab = pressed(run(started()), f"erase:{workshop_id}")
    pressed(tab, f"erase:{workshop_id}", "erase-now")
    assert workshop_id not in {listed.id for listed in store().workshops(deleted=True)}


def test_a_file_opened_as_a_new_workshop_keeps_what_cites_its_frame() -> None:
    frame = a_frame()
    source = a_source()
    workshop = a_workshop(frame=frame, sources=[source], citations=[a_citation(frame.id, source.id)])
    tab = run(started())
    tab.file_uploader(key="open-file:0").upload("saved.json", workshop.to_json().encode())
    run(tab)
    pressed(tab, "open-file-now")
    made = kept(tab.query_params["workshop"])
    assert made.frame.id != frame.id
    assert [citation.card for citation in made.citations] == [made.frame.id]
