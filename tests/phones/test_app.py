"""The pages for phones in the real app: below a path too, beside Streamlit's pages, no hindrance to its end, and nothing of who
was there in its log."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from journey.store import open_store
from phones import join_address
from tests.store.room_scenes import Meeting, a_meeting
from tools.app_server import AppServer

OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture(params=["", "/app"])
def app(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AppServer]:
    with AppServer(tmp_path / "data", base=request.param) as server:
        yield server


@pytest.fixture
def meeting(app: AppServer) -> Iterator[Meeting]:
    store = open_store(f"sqlite:///{app.data / 'workshops.sqlite3'}")
    yield a_meeting(store)
    store.close()


def test_the_address_for_the_room_leads_into_it_and_an_open_stream_does_not_hold_the_server(
    app: AppServer, meeting: Meeting
) -> None:
    address = join_address(f"http://127.0.0.1:{app.port}", meeting.room.code, app.base)
    with httpx2.Client(headers=OWN, follow_redirects=True, timeout=20) as phone:
        door = phone.get(address)
        assert 'name="name"' in door.text
        assert door.headers.get_list("content-security-policy") == [door.headers["content-security-policy"]]
        assert "default-src 'none'" in door.headers["content-security-policy"]
        assert "set-cookie" not in door.headers
        room = phone.post(address, data={"name": "Petra"})
        assert (str(room.url), room.status_code) == (f"{app.url}/join/room", 200)
        assert "root" in phone.get(f"{app.url}/goals").text
        with phone.stream("GET", f"{app.url}/join/room/events") as stream:
            lines = stream.iter_lines()
            assert any(line.startswith("data:") and '"people":1' in line for line in lines)
            begun = time.monotonic()
            app.stop()
            assert time.monotonic() - begun < 8
    assert app.log
    assert [said for said in ("Petra", "/join", "127.0.0.1 - ", meeting.room.code) if said in app.log] == []
