"""`python -m journey invite`: the operator lets somebody in."""

from pathlib import Path

import pytest

from journey.model import new_id
from journey.roles import MemberRole
from journey.store import open_store
from tests.builders import a_frame, a_workshop
from tests.test_command_line import asked, journey

ME = "b-" + "a" * 24


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = open_store(f"sqlite:///{tmp_path}/workshops.sqlite3")
    for title in ("Bäckerei Nord", "Bäckerei Süd"):
        store.create(a_workshop(frame=a_frame(id=new_id(), title=title)), "somebody who is gone")
    store.close()
    return tmp_path


def test_a_link_lets_somebody_in_with_its_role(folder: Path) -> None:
    done = journey("invite", "nord", "--role", "team", "--at", "http://192.0.2.1:8501/", JOURNEY_DATA=str(folder))
    assert done.returncode == 0
    address, _, secret = done.stdout.strip().partition("?invitation=")
    assert address == "http://192.0.2.1:8501/"
    store = open_store(f"sqlite:///{folder}/workshops.sqlite3")
    mine = store.of_person(ME, guarded=True)
    [workshop] = store.workshops("nord")
    assert mine.access.accept(secret) == workshop.id
    assert mine.access.role(workshop.id) is MemberRole.TEAM
    store.close()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bäckerei"], "Bäckerei Süd"),
        (["nowhere"], "Bäckerei Nord"),
        (["nord", "--role", "participant"], "by its code"),
    ],
)
def test_wrong_use_says_what_is_wrong(folder: Path, arguments: list[str], said: str) -> None:
    done = asked("invite", *arguments, JOURNEY_DATA=str(folder))
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr
