"""A store on SQLite, and phones that ask the routes as browsers do."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from journey.live import LiveRoom, Naming, RoomAct
from journey.store import Store, open_store
from phones import phone_routes
from tests.store.room_scenes import Meeting, a_meeting

OWN = {"sec-fetch-site": "same-origin", "accept-language": "de-DE,de;q=0.9,en;q=0.5"}


@pytest.fixture
def store(tmp_path: Path, migrated: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{copyfile(migrated, tmp_path / 'store.sqlite3')}")
    yield opened
    opened.close()


@pytest.fixture
def server(store: Store) -> Iterator[TestClient]:
    """The routes, served; a phone of its own besides."""
    with TestClient(Starlette(routes=phone_routes(lambda: store)), headers=OWN, follow_redirects=False) as client:
        yield client


@dataclass
class Phone:
    """A browser with its cookies. `exercise` is the one that is sent to."""

    client: TestClient

    def join(self, room: LiveRoom, name: str = "Petra", **fields: str) -> "Phone":
        answer = self.client.post(f"/join/{room.code}", data={"name": name, **fields})
        assert answer.status_code == 303, answer.text
        self.client.cookies.set("journey_room", answer.headers["set-cookie"].split(";")[0].partition("=")[2])
        return self

    def see(self) -> str:
        """What changes of the page, as text with elements."""
        answer = self.client.get("/join/room/part")
        assert answer.status_code == 200
        return answer.text

    def words(self) -> str:
        """What can be read on it."""
        return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", self.see())))

    def send(self, exercise: str, *acts: RoomAct) -> list[dict[str, Any]]:
        sent = [{"exercise": exercise, "act": act.model_dump(mode="json")} for act in acts]
        answer = self.client.post("/join/room/acts", json={"acts": sent})
        assert answer.status_code == 200, answer.text
        results: list[dict[str, Any]] = answer.json()["results"]
        return results


@pytest.fixture
def phone(server: TestClient) -> Callable[[], Phone]:
    """Another phone of the same server."""

    def another() -> Phone:
        client = TestClient(server.app, headers=OWN, follow_redirects=False)
        client.portal = server.portal  # all phones meet in one event loop, as they do in a server
        return Phone(client)

    return another


@pytest.fixture
def meeting(store: Store) -> Meeting:
    return a_meeting(store)


@pytest.fixture
def anonymous(store: Store) -> Meeting:
    return a_meeting(store, Naming.ANONYMOUS)
