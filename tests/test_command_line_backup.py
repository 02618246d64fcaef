"""`python -m journey backup` and `restore`, as an operator runs them beside the app."""

from pathlib import Path

import pytest

from journey.model import new_id
from journey.store import open_store
from tests.builders import a_frame, a_goal, a_workshop
from tests.test_command_line import asked, journey


def _put(folder: Path, *titles: str) -> None:
    store = open_store(_url(folder))
    for title in titles:
        store.create(a_workshop(frame=a_frame(id=new_id(), title=title), goals=[a_goal()]), "Alma")
    store.close()


def _url(folder: Path) -> str:
    return f"sqlite:///{folder}/workshops.sqlite3"


def test_what_was_backed_up_comes_back_where_it_is_missing(tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "all.zip"
    _put(here, "Erster", "Zweiter")
    done = journey("backup", "--to", file, JOURNEY_DATA=str(here))
    assert (done.returncode, done.stdout.strip()) == (0, f"Backed up: {file} (workshops: 2)")
    assert list(tmp_path.glob("*.part")) == []
    back = journey("restore", file, JOURNEY_DATA=str(there))
    assert (back.returncode, sorted(back.stdout.splitlines())) == (0, ["Back again: Erster", "Back again: Zweiter"])
    again = asked("restore", file, JOURNEY_DATA=str(there))
    assert sorted(again.stdout.splitlines()) == ["Already there: Erster", "Already there: Zweiter"]
    store = open_store(_url(there))
    assert {listed.title for listed in store.workshops()} == {"Erster", "Zweiter"}
    store.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["backup", "--to", "all.tar"], "all.tar"),
        (["restore", "no such file.zip"], "no such file.zip"),
        (["restore", "pyproject.toml"], "This file is no back-up of Journey Workshop"),
    ],
)
def test_wrong_use_says_what_is_wrong(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = asked(*arguments, JOURNEY_DATA=str(tmp_path))
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_store_that_cannot_be_opened_is_told_in_words(tmp_path: Path) -> None:
    done = journey("backup", "--to", tmp_path / "all.zip", JOURNEY_DATABASE_URL="mysql://nowhere/x")
    assert done.returncode == 2
    assert "JOURNEY_DATABASE_URL" in done.stderr
    assert "Traceback" not in done.stderr
