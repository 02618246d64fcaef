"""Rooms in back-ups: all that was said comes back, and nobody gets in by it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from journey.live import (
    CastDot,
    ExerciseKind,
    ExerciseStage,
    Naming,
    RoomLife,
    RoomState,
    TickReady,
    fresh_groups,
    put_away,
    results_of,
    waiting,
)
from journey.store import NoSuchRoom, NotInRoom, Standing, Store, open_store, read_backup
from tests.builders import a_workshop
from tests.store.room_scenes import Meeting, a_card, a_meeting
from tests.store.scenes import ID
from tests.store.test_anonymous_rooms import everything_stored


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """A fresh store on SQLite."""
    store = open_store(f"sqlite:///{tmp_path}/other.sqlite3")
    yield store
    store.close()


def _talked(store: Store, naming: Naming = Naming.NAMES) -> tuple[Meeting, list[str]]:
    """A room in which two people wrote and voted; their secrets."""
    meeting = a_meeting(store, naming)
    store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"groups": fresh_groups(["Nord"])}))
    petra, jonas = meeting.join("Petra"), meeting.join("Jonas")
    meeting.begun()
    meeting.send(petra, a_card("Niemand ruft zurück", "card-of-petra", place="option-1"))
    meeting.send(jonas, a_card("=1+1", "card-of-jonas"))
    meeting.finish()
    meeting.begun(ExerciseKind.VOTE, name="vote", budget=2)
    for number, person in enumerate((petra, jonas)):
        meeting.send(person, CastDot(id=f"dot-{number}", dot=1, option="option-1"))
        meeting.send(person, TickReady(id=f"ready-{number}"))
    return meeting, [petra.secret, jonas.secret]


def _into(other: Store, data: bytes) -> RoomState:
    """The only room of a back-up, brought back."""
    backup = read_backup(data)
    assert backup.damaged == ()
    for kept in backup.workshops:
        other.backups.restore(kept, backup.people)
    [room] = other.rooms.of_workshop(ID)
    return other.rooms.state(room.id)


def _files(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def _packed(files: dict[str, str]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as file:
        for name, words in files.items():
            file.writestr(name, words)
    return packed.getvalue()


@pytest.mark.parametrize("naming", Naming)
def test_a_room_comes_back_closed_with_all_that_was_said_and_voted(store: Store, other: Store, naming: Naming) -> None:
    meeting, _ = _talked(store, naming)
    before = store.rooms.state(meeting.room.id)
    after = _into(other, store.backups.write())
    assert list(after.exercises) == list(before.exercises)
    for key, held in before.exercises.items():
        shown = after.exercises[key]
        assert sorted((one.words, one.place, one.group) for one in shown.cards.values()) == sorted(
            (one.words, one.place, one.group) for one in held.cards.values()
        )
        assert results_of(shown) == results_of(replace(held, exercise=shown.exercise))
    assert (after.room.life, after.room.code, after.room.naming) == (RoomLife.CLOSED, "", naming)
    assert after.people == before.people == 2
    assert [one.exercise.stage for one in after.exercises.values()] == [ExerciseStage.DONE, ExerciseStage.DONE]
    assert after.names == before.names


@pytest.mark.parametrize("naming", Naming)
def test_neither_code_nor_secret_leads_into_a_room_that_came_back(store: Store, other: Store, naming: Naming) -> None:
    meeting, secrets = _talked(store, naming)
    data = store.backups.write()
    _into(other, data)
    with pytest.raises(NoSuchRoom):
        other.phones.find(meeting.room.code, "192.0.2.9")
    for secret in secrets:
        with pytest.raises(NotInRoom):
            other.phones.come_back(secret)
    for hidden in (meeting.room.code, *secrets):
        assert hidden not in "".join(_files(data).values())


def test_an_anonymous_room_stays_one_in_the_file_and_after_it(store: Store, other: Store) -> None:
    meeting, _ = _talked(store, Naming.ANONYMOUS)
    people = store.rooms.state(meeting.room.id).participants
    before = {act.key for act in store.rooms.since(meeting.room.id, 0, None).acts}
    data = store.backups.write()
    words = "".join(_files(data).values())
    assert not [key for key in (*people, *before) if key and key in words]
    _into(other, data)
    stored = everything_stored(other)
    assert not [key for key in (*people, *before) if key and key in stored]
    assert "Petra" not in stored


def test_what_was_taken_over_does_not_wait_again(store: Store, other: Store) -> None:
    meeting, _ = _talked(store)
    after = _into(other, store.backups.write())
    workshop = store.open(ID).workshop
    collected = next(iter(after.exercises.values()))
    assert [one.id for one in waiting(workshop, collected)] == ["card-of-petra", "card-of-jonas"]
    assert meeting.room.id == after.room.id


def test_rooms_of_a_deleted_workshop_are_kept_as_well(store: Store, other: Store) -> None:
    _talked(store)
    store.delete(ID)
    [kept] = read_backup(store.backups.write()).workshops
    other.backups.restore(kept, {})
    other.restore(ID)
    assert len(other.rooms.of_workshop(ID)) == 1


def test_a_room_that_was_deleted_since_makes_it_another_state_and_a_copy_has_it(store: Store) -> None:
    meeting, _ = _talked(store)
    [kept] = read_backup(store.backups.write()).workshops
    assert store.backups.standing(kept) is Standing.SAME
    copy = store.create(a_workshop(frame={"id": "copy", "title": "Copy"}), "Alma").workshop.frame.id
    store.rooms.bring_back(copy, kept.rooms)
    [beside] = store.rooms.of_workshop(copy)
    assert beside.id != meeting.room.id, "the first one is there still"
    assert [len(one.cards) for one in store.rooms.state(beside.id).exercises.values()] == [2, 0]
    assert set(store.rooms.state(beside.id).names.values()) == {"Petra", "Jonas"}
    votes = [one for one in store.rooms.state(beside.id).exercises.values() if one.dots]
    assert {key for key, _ in votes[0].dots} == set(store.rooms.state(beside.id).participants)
    store.rooms.delete(meeting.room.id)
    assert store.backups.standing(kept) is Standing.OTHER


def test_a_backup_of_before_rooms_opens_still(sqlite_store: Store, other: Store) -> None:
    sqlite_store.create(a_workshop(frame={"id": ID, "title": "Früher"}), "Alma")
    files = _files(sqlite_store.backups.write())
    contents = json.loads(files["backup.json"])
    del contents["rooms"]
    files["backup.json"] = json.dumps({**contents, "journey_backup": 1})
    [kept] = read_backup(_packed(files)).workshops
    other.backups.restore(kept, {})
    assert other.rooms.of_workshop(ID) == ()


def _unknown_exercise(record: dict[str, Any]) -> None:
    record["acts"][0]["exercise"] = "nowhere"


def _twice(record: dict[str, Any]) -> None:
    record["acts"].append(record["acts"][0])


def _of_another(record: dict[str, Any]) -> None:
    record["room"]["workshop"] = "elsewhere"


def _too_long(record: dict[str, Any]) -> None:
    record["acts"][0]["act"]["words"] = "x" * 100_000


def _named(record: dict[str, Any]) -> None:
    record["room"]["naming"] = "anonymous"


def _cut(record: dict[str, Any]) -> None:
    del record["room"]["opened_at"]


@pytest.mark.parametrize("harm", [_unknown_exercise, _twice, _of_another, _too_long, _named, _cut])
def test_a_broken_room_is_told_with_its_file_and_its_workshop_comes_back(
    sqlite_store: Store, other: Store, harm: Callable[[dict[str, Any]], None]
) -> None:
    meeting, _ = _talked(sqlite_store)
    files, member = _files(sqlite_store.backups.write()), f"rooms/{meeting.room.id}.json"
    record = json.loads(files[member])
    harm(record)
    files[member] = json.dumps(record)
    backup = read_backup(_packed(files))
    assert backup.damaged == (member,)
    other.backups.restore(backup.workshops[0], backup.people)
    assert (other.open(ID).workshop.frame.id, other.rooms.of_workshop(ID)) == (ID, ())


def test_dots_beyond_the_budget_that_a_file_brings_count_for_nothing(sqlite_store: Store, other: Store) -> None:
    meeting, _ = _talked(sqlite_store)
    files, member = _files(sqlite_store.backups.write()), f"rooms/{meeting.room.id}.json"
    record = json.loads(files[member])
    dot = next(one for one in record["acts"] if one["act"]["act"] == "dot")
    record["acts"] += [
        {**dot, "act": {**dot["act"], "id": f"more-{number}", "dot": number, "option": "option-2"}}
        for number in (2, 3, 4, 5)
    ]
    files[member] = json.dumps(record)
    after = _into(other, _packed(files))
    assert max(number for one in after.exercises.values() for _, number in one.dots) == 2


def test_a_room_that_is_put_away_keeps_the_day_on_which_it_was_closed(sqlite_store: Store) -> None:
    meeting, _ = _talked(sqlite_store)
    closed = sqlite_store.rooms.close_room(meeting.room.id)
    [record] = sqlite_store.rooms.records(ID)
    away = put_away(record, "elsewhere", datetime(2030, 1, 1, tzinfo=UTC))
    assert (away.room.closed_at, away.room.workshop, away.people) == (closed.closed_at, "elsewhere", 2)
