"""All workshops in one file, and back: complete, from any database into any other, and nothing of what is there is lost."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from journey.model import FORMAT_VERSION, Language
from journey.store import (
    AlreadyExists,
    BackupTooNew,
    Standing,
    Store,
    StoreError,
    UnreadableBackup,
    open_store,
    read_backup,
)
from journey.store import backup_file as backups
from journey.texts import text
from tests.store.scenes import ID, a_full_workshop, at_once, created, revised, save, title


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """A fresh store on SQLite."""
    store = open_store(f"sqlite:///{tmp_path}/other.sqlite3")
    yield store
    store.close()


def _with_history(store: Store) -> None:
    """A workshop with two changes by two people, one of whom has a name, and a version."""
    opened = store.create(a_full_workshop(title="Mit Geschichte"), "browser of Alma")
    save(store, opened, revised(opened, "t0", title="Anders"), author="browser of Alma")
    later = store.open(ID)
    save(store, later, created(later, "Dazu"), author="browser of Bert")
    store.people.call("browser of Alma", "Alma")
    store.past.keep_version(ID, 1, "Nach dem Mittag", "browser of Alma")


def _packed(files: dict[str, str]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, words in files.items():
            file.writestr(name, words)
    return packed.getvalue()


def _files(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def test_a_workshop_comes_back_into_another_store_with_its_past(store: Store, other: Store) -> None:
    _with_history(store)
    backup = read_backup(store.backups.write())
    assert backup.damaged == ()
    for kept in backup.workshops:
        other.backups.restore(kept, backup.people)
    assert other.open(ID) == store.open(ID)
    assert [(one.sequence, one.at, one.change) for one in other.log(ID)] == [
        (one.sequence, one.at, one.change) for one in store.log(ID)
    ]
    assert other.past.at(ID, 0) == a_full_workshop(title="Mit Geschichte")
    assert [(one.name, one.sequence) for one in other.past.versions(ID)] == [("Nach dem Mittag", 1)]
    assert list(other.people.names(ID).values()) == ["Alma", ""]
    assert [one.updated_at for one in other.workshops()] == [one.updated_at for one in store.workshops()]


def test_what_came_back_can_be_worked_on(store: Store, other: Store) -> None:
    _with_history(store)
    [kept] = read_backup(store.backups.write()).workshops
    other.backups.restore(kept, {})
    now = other.open(ID)
    save(other, now, revised(now, "t1", title="Weiter"))
    assert other.open(ID).sequence == 3
    assert other.past.at(ID, 2) == now.workshop


def test_a_backup_never_holds_what_a_browser_is_known_by(store: Store) -> None:
    _with_history(store)
    words = "".join(_files(store.backups.write()).values())
    assert "browser of" not in words
    assert "Alma" in words


def test_a_backup_of_a_restored_store_names_the_same_people(store: Store, other: Store) -> None:
    _with_history(store)
    first = read_backup(store.backups.write())
    other.backups.restore(first.workshops[0], first.people)
    assert read_backup(other.backups.write()).workshops == first.workshops


def test_deleted_workshops_are_kept_as_deleted(store: Store, other: Store) -> None:
    _with_history(store)
    store.delete(ID)
    [kept] = read_backup(store.backups.write()).workshops
    other.backups.restore(kept, {})
    assert other.workshops() == ()
    assert [listed.id for listed in other.workshops(deleted=True)] == [ID]
    other.restore(ID)
    assert other.open(ID).sequence == 2


def test_a_workshop_that_is_there_is_never_written_over(store: Store) -> None:
    _with_history(store)
    [kept] = read_backup(store.backups.write()).workshops
    assert store.backups.standing(kept) is Standing.SAME
    now = store.open(ID)
    save(store, now, revised(now, "t1", title="Seither geändert"))
    assert store.backups.standing(kept) is Standing.OTHER
    with pytest.raises(AlreadyExists):
        store.backups.restore(kept, {})
    assert title(store.open(ID), "t1") == "Seither geändert"
    store.delete(ID)
    assert store.backups.standing(kept) is Standing.DELETED
    store.purge(ID)
    assert store.backups.standing(kept) is Standing.ABSENT
    store.backups.restore(kept, {})
    assert store.open(ID).workshop == kept.workshop


def test_a_backup_of_a_store_in_use_is_of_one_moment(sqlite_store: Store) -> None:
    opened = sqlite_store.create(a_full_workshop(), "Alma")

    def write() -> None:
        now = opened
        for number in range(50):
            save(sqlite_store, now, revised(now, "t0", title=f"Title {number}"))
            now = sqlite_store.caught_up(now)

    def back_up() -> None:
        for _ in range(5):  # reading checks that the history leads to the workshop
            assert read_backup(sqlite_store.backups.write()).damaged == ()

    at_once([write, back_up])
    [kept] = read_backup(sqlite_store.backups.write()).workshops
    assert len(kept.changes) == 50


def _shorter(files: dict[str, str]) -> None:
    files[f"workshops/{ID}.json"] = files[f"workshops/{ID}.json"][:-40]


def _without_a_change(files: dict[str, str]) -> None:
    held = json.loads(files[f"workshops/{ID}.json"])
    del held["changes"][0]
    files[f"workshops/{ID}.json"] = json.dumps(held)


def _led_elsewhere(files: dict[str, str]) -> None:
    held = json.loads(files[f"workshops/{ID}.json"])
    held["workshop"]["touchpoints"][0]["title"] = "Nie gewesen"
    files[f"workshops/{ID}.json"] = json.dumps(held)


def _gone(files: dict[str, str]) -> None:
    del files[f"workshops/{ID}.json"]


@pytest.mark.parametrize("harm", [_shorter, _without_a_change, _led_elsewhere, _gone])
def test_a_damaged_workshop_is_told_and_the_others_are_read(
    sqlite_store: Store, harm: Callable[[dict[str, str]], None]
) -> None:
    _with_history(sqlite_store)
    whole = sqlite_store.duplicate(ID, "Zweiter", "Alma")
    files = _files(sqlite_store.backups.write())
    harm(files)
    backup = read_backup(_packed(files))
    assert backup.damaged == (f"workshops/{ID}.json",)
    assert [kept.workshop.frame.id for kept in backup.workshops] == [whole]


@pytest.mark.parametrize("number", ["journey_backup", "format_version"])
def test_a_backup_of_a_newer_app_says_so(sqlite_store: Store, number: str) -> None:
    files = _files(sqlite_store.backups.write())
    contents = json.loads(files["backup.json"])
    files["backup.json"] = json.dumps({**contents, number: FORMAT_VERSION + 1, "new_field": []})
    with pytest.raises(BackupTooNew):
        read_backup(_packed(files))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip at all", _packed({"other.json": "{}"}),
                                  _packed({"backup.json": "[]"}), _packed({"backup.json": "{"})])  # fmt: skip
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableBackup):
        read_backup(data)


def test_a_file_over_the_limits_is_refused_before_it_is_read(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with_history(sqlite_store)
    data = sqlite_store.backups.write()
    monkeypatch.setattr(backups, "LARGEST", len(data) - 1)
    with pytest.raises(UnreadableBackup, match="too_large"):
        read_backup(data)
    monkeypatch.setattr(backups, "LARGEST", len(data))
    monkeypatch.setattr(backups, "_LARGEST_UNPACKED", sum(map(len, _files(data).values())) - 1)
    with pytest.raises(UnreadableBackup, match="too_large"):
        read_backup(data)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("error", [UnreadableBackup("no_backup"), UnreadableBackup("too_large"), BackupTooNew()])
def test_every_refusal_has_words(language: Language, error: StoreError) -> None:
    assert text(error.key, language)
