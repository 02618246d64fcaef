"""`python -m journey refresh`: counted as the workshop remembers, kept once, and exit code 3 where a watched step fell."""

import json
import zipfile
from pathlib import Path

import duckdb
import pytest

from journey.exchange import read_workbook, write_workbook
from journey.model import Language, Workshop, new_id
from journey.numbers.reading_again import ReadChoices, remembered
from journey.phases import model_of
from journey.store import open_store
from tests.builders import a_frame, a_workshop
from tests.test_command_line import asked

NAMES = [phase.name for phase in model_of(a_workshop(), Language.EN).phases[:3]]
FEW, MANY = (1_000, 300, 150), (1_000, 500, 250)


def _log(folder: Path, name: str, counts: tuple[int, ...], head: str = "Customer,When,What", start: int = 0) -> Path:
    rows = [
        f"{start + person},2026-0{1 + place}-01 10:00,{phase}"
        for place, (phase, count) in enumerate(zip(NAMES, counts, strict=True))
        for person in range(count)
    ]
    file = folder / name
    file.write_text("\n".join([head, *rows]) + "\n", "utf-8")
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "map.json"
    found.write_text(a_workshop(frame=a_frame(language="en")).to_json(), "utf-8")
    return found


def _counted(file: Path, log: Path, period: str, *more: object) -> tuple[int, str]:
    done = asked("refresh", file, "--log", log, "--period", period, *more)
    return done.exit_code, done.output


def _held(file: Path) -> Workshop:
    return Workshop.from_json(file.read_bytes())


def test_a_fall_beyond_chance_ends_with_3_and_names_the_step_and_a_rise_does_not(file: Path, tmp_path: Path) -> None:
    many, few = _log(tmp_path, "a.csv", MANY), _log(tmp_path, "b.csv", FEW)
    code, said = _counted(file, many, "January")
    assert (code, "no numbers yet to compare with" in said) == (0, True)
    [known] = _held(file).logs
    assert known.name == "a.csv"
    code, said = _counted(file, few, "February", "--look")
    assert code == 3
    assert f"{NAMES[0]} → {NAMES[1]}" in said
    assert "fell by more than chance" in said
    assert "Read like: a.csv" in said
    assert {count.period for count in _held(file).counts} == {"January"}
    assert _counted(file, few, "February")[0] == 3
    assert _counted(file, many, "March")[0] == 0


def test_the_same_log_again_changes_nothing_and_is_held_against_the_period_before(file: Path, tmp_path: Path) -> None:
    for name, counts in (("January", MANY), ("February", FEW)):
        _counted(file, _log(tmp_path, f"{name}.csv", counts), name)
    before = file.read_bytes()
    assert _counted(file, tmp_path / "February.csv", "February")[0] == 3
    assert file.read_bytes() == before


def test_only_watched_steps_decide(file: Path, tmp_path: Path) -> None:
    _counted(file, _log(tmp_path, "a.csv", MANY), "January")
    few = _log(tmp_path, "b.csv", FEW)
    assert _counted(file, few, "February", "--look", "--watch", NAMES[2])[0] == 0
    assert _counted(file, few, "February", "--look", "--watch", NAMES[1], "--watch", NAMES[2])[0] == 3
    code, said = _counted(file, few, "February", "--look", "--watch", NAMES[0])
    assert (code, f"step to “{NAMES[0]}”" in said) == (0, True)
    assert _counted(file, few, "February", "--look", "--watch", "nowhere")[0] == 2


def test_what_no_longer_matches_is_told_and_other_columns_are_refused(file: Path, tmp_path: Path) -> None:
    _counted(file, _log(tmp_path, "a.csv", MANY), "January")
    strange = tmp_path / "strange.csv"
    strange.write_text((tmp_path / "a.csv").read_text("utf-8").replace(NAMES[2], "Something else"), "utf-8")
    done = asked("refresh", file, "--log", strange, "--period", "February", "--look", "--json")
    told = json.loads(done.stdout)
    assert (told["before"], told["period"]) == ("January", "February")
    assert (told["gone"], told["unmatched"]) == ([NAMES[2]], ["Something else"])
    assert [(step["before"], step["claimed"]) for step in told["steps"]] == [({"went_on": 500, "people": 1000}, False)]
    code, said = _counted(file, _log(tmp_path, "c.csv", MANY, "Client,When,What"), "February")
    assert (code, "Missing: Customer" in said) == (2, True)


def test_a_log_of_something_else_writes_nothing(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    other = tmp_path / "other.csv"
    other.write_text("Customer,When,What\n1,2026-01-01,x\n1,2026-01-02,y\n2,2026-01-03,x\n", "utf-8")
    assert _counted(file, other, "January")[0] == 1
    assert file.read_bytes() == before
    assert _counted(file, tmp_path / "nothing.csv", "January")[0] == 2


def test_a_workbook_is_written_anew_in_its_own_language(tmp_path: Path) -> None:
    book = tmp_path / "map.xlsx"
    book.write_bytes(write_workbook(a_workshop(frame=a_frame(language="de")), Language.DE))
    assert _counted(book, _log(tmp_path, "a.csv", MANY), "Januar")[0] == 0
    kept = read_workbook(book.read_bytes(), Language.DE).workshop
    assert [count.count for count in kept.counts] == list(MANY)
    with zipfile.ZipFile(book) as parts:
        assert "Zählungen" in parts.read("xl/workbook.xml").decode()
    assert not list(tmp_path.glob("*.part"))


def test_a_workshop_of_the_store_is_found_and_its_change_can_be_taken_back(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/workshops.sqlite3")
    workshop = a_workshop(frame=a_frame(id=new_id(), title="Bakery"))
    store.create(workshop, "me")
    log = _log(tmp_path, "a.csv", MANY)
    done = asked("refresh", "bakery", "--log", log, "--period", "January", JOURNEY_DATA=str(tmp_path))
    assert done.exit_code == 0
    opened = store.open(workshop.frame.id)
    assert [count.count for count in opened.workshop.counts] == list(MANY)
    assert [entry.change.label for entry in store.log(workshop.frame.id)] == ["refresh_log"]
    assert asked("refresh", "shop", "--log", log, JOURNEY_DATA=str(tmp_path)).exit_code == 2
    store.close()


def test_a_table_that_is_known_is_asked_again_by_its_columns(file: Path, tmp_path: Path) -> None:
    path = tmp_path / "shop.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE events (who INTEGER, happened TIMESTAMP, did VARCHAR, customer VARCHAR)")
        rows = [
            (n, f"2026-01-0{1 + at} 10:00", NAMES[at], "x") for at, count in enumerate((9, 4)) for n in range(count)
        ]
        connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?)", rows)
    assert asked("refresh", file, "--log", f"duckdb://{path}").exit_code == 2
    columns = {"case": "who", "time": "happened", "activity": "did"}
    edits = remembered(_held(file), "events", ReadChoices(columns), "events")
    known = [edit.after for edit in edits if edit.after]
    file.write_text(_held(file).with_collection("logs", known).to_json(), "utf-8")
    done = asked("refresh", file, "--log", f"duckdb://{path}", "--period", "January")
    assert done.exit_code == 0
    assert [count.count for count in _held(file).counts] == [9, 4]
    assert str(path) not in file.read_text("utf-8")
    with duckdb.connect(str(path)) as connection:
        connection.execute("ALTER TABLE events DROP COLUMN did")
    done = asked("refresh", file, "--log", f"duckdb://{path}", "--period", "February")
    assert (done.exit_code, "Missing: did" in done.output) == (2, True)
