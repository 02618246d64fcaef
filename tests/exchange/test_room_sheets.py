"""What live rooms said in the workbook: to be read there, and brought along whole wherever the workbook goes."""

from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import copyfile
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from journey.exchange import read_workbook, write_room_workbook, write_workbook
from journey.exchange.guarding.guard import cells_of
from journey.exchange.layout import room_records as packing
from journey.exchange.layout.lists import ROOMS
from journey.live import (
    Naming,
    RoomRecord,
    put_away,
    results_of,
)
from journey.model import Language
from journey.store import Store, open_store
from journey.texts import text
from tests.exchange.hands import by_hand
from tests.exchange.talks import FORMULA, talked, the_workshop
from tests.exchange.test_other_programs import PROGRAMS
from tests.store.room_scenes import a_card
from tests.store.scenes import ID
from tests.strategies import NASTY

DE, EN = Language.DE, Language.EN


@pytest.fixture
def store(tmp_path: Path, migrated: Path) -> Iterator[Store]:
    """A fresh store on SQLite."""
    store = open_store(f"sqlite:///{copyfile(migrated, tmp_path / 'rooms.sqlite3')}")
    yield store
    store.close()


def _rows(data: bytes, sheet: str) -> list[dict[str, Any]]:
    head, *rows = load_workbook(BytesIO(data))[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def _sheets(data: bytes) -> Mapping[str, bytes]:
    """Everything in the workbook but when it was made."""
    with ZipFile(BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist() if name != "docProps/core.xml"}


def test_the_sheets_say_what_was_said_and_voted(store: Store) -> None:
    talked(store)
    data = write_workbook(the_workshop(), DE, store.rooms.records(ID))
    first, second, third, promise = _rows(data, "Im Raum gesagt")
    assert [row["Karte"] for row in (first, second, third)] == ["Schneller antworten", FORMULA, "Schneller antwortn"]
    assert (first["Übung"], first["Frage"]) == ("Sammeln: Chancen", "Was wäre besser?")
    assert (first["Kleingruppe"], second["Kleingruppe"]) == ("Nord", "Süd")
    assert (first["Zusammengelegt als"], second["Zusammengelegt als"]) == ("Antworten", None)
    assert (first["Punkte"], second["Punkte"], third["Punkte"]) == (2, 3, None)
    assert (first["Mehr dazu"], first["Im Workshop"]) == ("Beleg 0", "wartet")
    assert (promise["Karte"], promise["Wer"], promise["Bis"].date()) == ("Anrufen", "Petra", date(2026, 12, 24))
    votes = [row for row in _rows(data, "Im Raum bewertet") if row["Punkte"] is not None]
    assert [(row["Worum es geht"], row["Punkte"], row["Davon Handzeichen"], row["Platz"]) for row in votes] == [
        (FORMULA, 3, 3, 1), ("Schneller antworten", 2, 0, 2),
    ]  # fmt: skip
    [felt] = [row for row in _rows(data, "Im Raum bewertet") if row["Median"] is not None]
    assert (felt["Worum es geht"], felt["Stimmen"], felt["Median"], felt["−2"], felt["+1"], felt["0"]) == (
        "Telefon", 2, -0.5, 1, 1, 0,
    )  # fmt: skip


def test_words_that_look_like_formulas_are_text(store: Store) -> None:
    talked(store)
    book = load_workbook(BytesIO(write_workbook(the_workshop(), DE, store.rooms.records(ID))))
    cells = [
        cell for sheet in ("Im Raum gesagt", "Im Raum bewertet") for row in book[sheet].iter_rows() for cell in row
    ]
    assert [cell.data_type for cell in cells if cell.value == FORMULA] == ["s", "s"]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


@pytest.mark.parametrize("naming", Naming)
def test_neither_hidden_words_nor_whose_anything_was_leave_the_app(store: Store, naming: Naming) -> None:
    meeting = talked(store, naming)
    data = write_workbook(the_workshop(), DE, store.rooms.records(ID))
    state = store.rooms.state(meeting.room.id)
    reading = read_workbook(data, DE)
    said = b"".join(_sheets(data).values()).decode() + reading.rooms[0].model_dump_json()
    assert "Noch geheim" not in said
    assert "Sorgfalt" not in said
    assert meeting.room.code not in said
    assert not [person for person in state.participants if person in said]
    keys = [act.key for act in reading.rooms[0].acts if act.key]
    assert len(keys) == len(set(keys)), "nothing tells that two are of one person"


@pytest.mark.parametrize("naming", Naming)
@pytest.mark.parametrize(("written", "read"), [(DE, EN), (EN, DE)])
def test_a_workbook_that_goes_into_another_store_comes_out_of_it_the_same(
    store: Store, tmp_path: Path, naming: Naming, written: Language, read: Language
) -> None:
    meeting = talked(store, naming)
    store.rooms.close_room(meeting.room.id)
    data = write_workbook(the_workshop(), written, store.rooms.records(ID))
    reading = read_workbook(data, read)
    assert (reading.problems, reading.workshop.to_json()) == ((), the_workshop().to_json())
    other = open_store(f"sqlite:///{tmp_path}/other.sqlite3")
    other.create(reading.workshop, "Bert")
    other.rooms.bring_back(ID, reading.rooms)
    assert _sheets(write_workbook(reading.workshop, written, other.rooms.records(ID))) == _sheets(data)
    [room] = other.rooms.of_workshop(ID)
    for key, held in store.rooms.state(meeting.room.id).exercises.items():
        assert results_of(other.rooms.state(room.id).exercises[key]) == results_of(held)
    other.close()


def test_a_workshop_without_rooms_has_no_such_sheets(store: Store) -> None:
    data = write_workbook(the_workshop(), DE)
    assert "Im Raum gesagt" not in load_workbook(BytesIO(data)).sheetnames
    assert read_workbook(data, DE).rooms == ()


def test_a_changed_sheet_is_told_and_changes_nothing(store: Store) -> None:
    talked(store)
    data = write_workbook(the_workshop(), DE, store.rooms.records(ID))

    def edit(book: Any) -> None:
        book["Im Raum gesagt"]["G2"] = "Anderes"

    reading = read_workbook(by_hand(data, edit), DE)
    assert [(one.key, one.sheet, one.done) for one in reading.problems] == [
        ("read_only_edit", "Im Raum gesagt", "read_only")
    ]
    assert reading.rooms == read_workbook(data, DE).rooms
    assert read_workbook(by_hand(data, lambda _book: None), DE).problems == ()


@pytest.mark.parametrize("cells", [["no record"], ["####"], ["eJwDAAAAAAE="], ["eJyLjgUAARUAuQ=="[:-4]]])
def test_rooms_that_cannot_be_read_are_told_and_the_workshop_is_read(store: Store, cells: list[str]) -> None:
    talked(store)

    def harm(book: Any) -> None:
        sheet = book["Listen"]
        place = next(cell.column for cell in sheet[1] if cell.value == ROOMS)
        for row, words in enumerate(cells, 2):
            sheet.cell(row, place).value = words

    reading = read_workbook(by_hand(write_workbook(the_workshop(), DE, store.rooms.records(ID)), harm), DE)
    assert reading.rooms == ()
    assert [(one.key, one.done) for one in reading.problems] == [("rooms_unreadable", "rooms_left_out")]
    assert reading.workshop.to_json() == the_workshop().to_json()


def test_what_unpacks_to_more_than_rooms_are_is_not_unpacked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    talked(store)
    data = write_workbook(the_workshop(), DE, store.rooms.records(ID))
    monkeypatch.setattr(packing, "MOST_BYTES", 500)
    assert [one.key for one in read_workbook(data, DE).problems] == ["rooms_unreadable"]


def test_whatever_people_write_comes_back(store: Store) -> None:
    cards = [a_card(words[:200]) for words in NASTY if words.replace("\ufeff", "").strip(" \n\xa0")]
    said = [card.words for card in cards]
    meeting = talked(store, Naming.NAMES, *said)
    data = write_workbook(the_workshop(), DE, store.rooms.records(ID))
    reading = read_workbook(data, DE)
    collected = reading.rooms[0].state().exercises[f"exercise-{meeting.room.id}"]
    assert [card.words for card in collected.cards.values()] == said
    [sheet] = [sheet for sheet in cells_of(data).sheets if sheet.name == "Im Raum gesagt"]
    assert [row[6] for _, row in sheet.rows[1 : len(said) + 1]] == said
    assert reading.problems == ()


def test_one_room_is_a_workbook_of_its_own(store: Store) -> None:
    meeting = talked(store)
    record: RoomRecord = store.rooms.export(meeting.room.id)
    book = load_workbook(BytesIO(write_room_workbook(the_workshop(), EN, record)))
    assert book.sheetnames == ["Said in the room", "Scored in the room"]
    empty = put_away(record.model_copy(update={"exercises": (), "acts": ()}), ID, record.room.opened_at)
    book = load_workbook(BytesIO(write_room_workbook(the_workshop(), EN, empty)))
    words = [cell.value for row in book.worksheets[0].iter_rows() for cell in row]
    assert words == [text("live_room.nothing_said", EN)]


@pytest.mark.office
@pytest.mark.parametrize("program", PROGRAMS)
def test_rooms_come_back_from_other_programs(store: Store, tmp_path: Path, program: str) -> None:
    talked(store)
    data = write_workbook(the_workshop(), DE, store.rooms.records(ID))
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()
    target.mkdir()
    (source / "rooms.xlsx").write_bytes(data)
    PROGRAMS[program](source, target)
    reading = read_workbook((target / "rooms.xlsx").read_bytes(), DE)
    assert reading.rooms == read_workbook(data, DE).rooms
    assert not [problem for problem in reading.problems if problem.key.startswith("room")]
