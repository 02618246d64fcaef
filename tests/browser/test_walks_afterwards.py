"""After the workshop: the closed room is looked back at, an idea is taken over late, one is set aside, and the workbook takes
the room along to another machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from journey.live import Collected, Exercise, ExerciseKind, WriteCard, finished, phases_as_options, revealed
from journey.model import Language, new_id
from journey.store import Store, open_store
from tests.browser import person, stored
from tests.browser.conftest import Visitor
from tests.browser.looked_at import overhang, violations
from tests.browser.test_walks_excel import CHOOSE, export
from tools import prepared
from tools.app_server import AppServer, Starter

IDEAS = ("Schneller antworten", "Preise zeigen", "=1+1")


@pytest.fixture
def second_app(tmp_path: Path, starter: Starter) -> Iterator[AppServer]:
    with AppServer(tmp_path / "second", starter=starter) as server:
        yield server


@pytest.fixture
def workshop(own_app: AppServer) -> str:
    """A workshop with a closed room in which Petra had three ideas, none of them taken over."""
    [workshop] = prepared.put(own_app.data, prepared.empty(Language.DE))
    store = _store(own_app)
    room = store.rooms.open_room(workshop)
    petra = store.phones.join(room.code, "10.0.0.1", name="Petra").secret
    phases = phases_as_options(store.open(workshop).workshop, Language.DE)
    exercise = Exercise(
        id=new_id(), kind=ExerciseKind.COLLECT, collects=Collected.OPPORTUNITIES, options=phases, question="Was wäre besser?"
    )  # fmt: skip
    store.rooms.add_exercise(room.id, exercise)
    store.rooms.begin(room.id, exercise.id)
    for words in IDEAS:
        act = WriteCard(id=new_id(), card=new_id(), words=words, place=phases[0].id)
        store.phones.act(petra, exercise.id, act)
    store.rooms.revise_exercise(room.id, exercise.id, lambda held: revealed(held, room.opened_at))
    store.rooms.revise_exercise(room.id, exercise.id, lambda held: finished(held, room.opened_at))
    store.rooms.close_room(room.id)
    store.close()
    return workshop


def _store(server: AppServer) -> Store:
    return open_store(f"sqlite:///{server.data / 'workshops.sqlite3'}")


def _opportunities(server: AppServer) -> list[str]:
    return [card.title for card in stored.workshop(server).opportunities]


def _looked_at(page: Page) -> None:
    assert (overhang(page), [*violations(page)]) == (0, [])


def test_what_a_room_said_is_found_again_taken_over_late_and_taken_along(
    visitor: Visitor, own_app: AppServer, second_app: AppServer, workshop: str, tmp_path: Path
) -> None:
    page = visitor(own_app, f"/live-room?workshop={workshop}")
    person.pick(page, "Was gezeigt wird", "Rückblick")
    page.get_by_text("Sammeln: Was wäre besser? · 3 Karten").click()
    for words in IDEAS:
        expect(page.get_by_role("rowheader", name=words, exact=True)).to_be_visible()
    _looked_at(page)
    said = load_workbook(person.download(page, "Alles Gesagte (Excel)", tmp_path))["Im Raum gesagt"]
    assert [row[6] for row in said.iter_rows(min_row=2, values_only=True)] == list(IDEAS)

    person.pick(page, "Was gezeigt wird", "Offene Ideen")
    page.get_by_role("button", name="Schneller antworten").click()
    person.click(page, "1 gewählte übernehmen")
    assert _opportunities(own_app) == ["Schneller antworten"]
    page.get_by_role("button", name="=1+1").click()
    person.click(page, "Ablegen")
    expect(page.get_by_role("button", name="Preise zeigen")).to_be_visible()
    expect(page.get_by_role("button", name="=1+1")).to_have_count(0)
    _looked_at(page)
    person.click(page, "Alle übernehmen")
    assert _opportunities(own_app) == ["Schneller antworten", "Preise zeigen"]
    expect(page.get_by_text("Nichts wartet")).to_be_visible()

    file = export(page, tmp_path)
    there = visitor(second_app)
    person.upload(there, CHOOSE, file)
    expect(there.get_by_text("Mit der Datei kommt 1 geschlossener Live-Raum")).to_be_visible()
    person.click(there, "Als neuen Workshop öffnen")
    assert _opportunities(second_app) == ["Schneller antworten", "Preise zeigen"]
    person.turn_to(there, "Live-Raum")
    person.pick(there, "Was gezeigt wird", "Rückblick")
    there.get_by_text("Sammeln: Was wäre besser? · 3 Karten").click()
    expect(there.get_by_role("row", name="=1+1").get_by_text("abgelegt")).to_be_visible()
    expect(there.get_by_text("Petra")).to_have_count(0)
