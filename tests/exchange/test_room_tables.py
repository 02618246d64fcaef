"""What live rooms said in the zip of CSV tables: to be read there, and brought along whole, as in the workbook."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from shutil import copyfile

import pytest

from journey.exchange import read_document, read_workbook, write_workbook
from journey.exchange.writing.csv_tables import delimiter_of, write_tables
from journey.exchange.writing.room_tables import is_of_rooms
from journey.live import Naming
from journey.model import Language
from journey.store import Store, open_store
from journey.take_home import FORMATS
from tests.exchange.talks import FORMULA, talked, the_workshop
from tests.exchange.test_csv_tables import tables, zipped
from tests.store.scenes import ID
from tests.strategies import NASTY

DE, EN = Language.DE, Language.EN


@pytest.fixture
def store(tmp_path: Path, migrated: Path) -> Iterator[Store]:
    """A fresh store on SQLite."""
    store = open_store(f"sqlite:///{copyfile(migrated, tmp_path / 'rooms.sqlite3')}")
    yield store
    store.close()


def _rows(words: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(words, newline=""), delimiter=";"))


def test_the_tables_say_what_was_said_and_scored(store: Store) -> None:
    talked(store)
    files = tables(write_tables(the_workshop(), DE, store.rooms.records(ID)))
    said, scored = (_rows(files[f"Im Raum {name}.csv"]) for name in ("gesagt", "bewertet"))
    assert [row["Karte"] for row in said] == ["Schneller antworten", f"'{FORMULA}", "Schneller antwortn", "Anrufen"]
    assert (said[3]["Wer"], said[3]["Bis"]) == ("Petra", "2026-12-24")
    assert [row["Median"] for row in scored if row["Median"]] == ["-0,5"]


@pytest.mark.parametrize("language", Language)
def test_the_preview_names_every_table_that_says_something_with_its_rows(store: Store, language: Language) -> None:
    talked(store)
    records = store.rooms.records(ID)
    files = tables(write_tables(the_workshop(), language, records))
    delimiter = delimiter_of(language)
    rows = {
        name: len(list(csv.reader(StringIO(words, newline=""), delimiter=delimiter))) - 1
        for name, words in files.items()
    }
    peeks = [FORMATS[ending].peek for ending in ("zip", "xlsx")]
    zipped_up, sheets = (peek(the_workshop(), language, records).splitlines() for peek in peeks if peek)
    of_rooms = [f"{name}  {count}" for name, count in rows.items() if is_of_rooms(name.removesuffix(".csv"))]
    assert len(of_rooms) > 1
    assert zipped_up[-len(of_rooms) :] == of_rooms
    assert sheets == [line.replace(".csv", "") for line in zipped_up]


@pytest.mark.parametrize("naming", Naming)
@pytest.mark.parametrize("language", Language)
def test_rooms_come_back_from_the_tables_as_from_the_workbook(store: Store, naming: Naming, language: Language) -> None:
    said = [words for words in NASTY if words.replace("\ufeff", "").strip(" \n\xa0")]
    meeting = talked(store, naming, *(words[:200] for words in said))
    records = store.rooms.records(ID)
    data = write_tables(the_workshop(), language, records)
    reading = read_document(data, "x.zip", DE)
    assert (reading.problems, reading.workshop.to_json()) == ((), the_workshop().to_json())
    assert reading.rooms == read_workbook(write_workbook(the_workshop(), language, records), DE).rooms
    whole = "".join(tables(data).values()) + reading.rooms[0].model_dump_json()
    assert [words for words in ("Noch geheim", "Sorgfalt", meeting.room.code) if words in whole] == []
    assert write_tables(reading.workshop, language, reading.rooms) == data


def test_days_as_a_spreadsheet_saves_them_are_no_change_and_other_words_are(store: Store) -> None:
    talked(store)
    files = tables(write_tables(the_workshop(), DE, store.rooms.records(ID)))
    name = "Im Raum gesagt.csv"

    def told(words: str) -> list[str]:
        changed = zipped({each: (words if each == name else held).encode() for each, held in files.items()})
        return [one.key for one in read_document(changed, "x.zip", DE).problems]

    assert told(files[name].replace("2026-12-24", "24.12.2026")) == []
    assert told(files[name].replace("2026-12-24", "24.11.2026")) == ["read_only_edit"]
    assert told(files[name].replace("Anrufen", "Schreiben")) == ["read_only_edit"]


def test_tables_without_rooms_say_nothing_of_them() -> None:
    assert not [name for name in tables(write_tables(the_workshop(), DE)) if name.startswith("Im Raum")]
