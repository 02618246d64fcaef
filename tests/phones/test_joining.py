"""Coming in: by a code, under a name, an alias or nothing, and by nobody else."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from journey.live import Naming, secret_hash
from journey.store import Store
from phones import PhonePaths, join_address
from phones.wording import language_of
from tests.phones.conftest import Phone
from tests.store.room_scenes import Meeting, a_meeting
from ui.kit.rooms import ROOMS

Another = Callable[[], Phone]


@pytest.mark.parametrize("base", ["", "/", "app", "/app/"])
def test_the_address_for_the_room_is_where_the_route_answers(base: str) -> None:
    below = "/app" if "app" in base else ""
    assert (
        join_address("http://192.168.1.20:8501", "ABCDEFGH", base) == f"http://192.168.1.20:8501{below}/join/ABCDEFGH"
    )
    assert join_address("http://x/", base=base) == f"http://x{below}/join"
    assert PhonePaths(base).room == f"{below}/join/room"


def test_no_page_of_the_app_is_shadowed() -> None:
    assert [room.name for room in ROOMS if room.path.strip("/").partition("/")[0] in ("join", "own")] == []


def test_without_a_room_nothing_opens(server: TestClient) -> None:
    assert [server.get(path).status_code for path in ("/join", "/join/", "/join?left=1")] == [200] * 3
    assert server.get("/join/ABCDEFGH").status_code == 404
    assert server.post("/join/ABCDEFGH", data={"name": "Petra"}).status_code == 404
    for path in ("part", "news", "events"):
        assert server.get(f"/join/room/{path}").status_code == 401
    assert server.post("/join/room/acts", json={"acts": []}).status_code == 401
    answer = server.get("/join/room")
    assert (answer.status_code, answer.headers["location"]) == (303, "/join?left=1")


def test_a_code_as_people_type_it_leads_to_its_door(server: TestClient, meeting: Meeting) -> None:
    code = meeting.room.code
    answer = server.get("/join", params={"code": f"{code[:4].lower()} {code[4:]}"})
    assert answer.headers["location"] == f"/join/{code}"
    assert "Ihr Name" in server.get(f"/join/{code}").text
    assert server.get("/join", params={"code": "../room"}).headers["location"] == "/join/..%2Froom"


def test_a_wrong_code_is_said_and_the_eleventh_try_refused(server: TestClient, meeting: Meeting) -> None:
    for _ in range(10):
        answer = server.get("/join/22222222")
        assert answer.status_code == 404
    assert "führt in keinen Raum" in answer.text
    assert server.get("/join/22222222").status_code == 429
    assert server.post(f"/join/{meeting.room.code}", data={"name": "Petra"}).status_code == 429


def test_a_name_is_needed_where_people_have_names(server: TestClient, meeting: Meeting, store: Store) -> None:
    answer = server.post(f"/join/{meeting.room.code}", data={"name": "  "})
    assert (answer.status_code, "geben Sie einen Namen ein" in answer.text) == (422, True)
    assert "set-cookie" not in answer.headers
    assert store.rooms.state(meeting.room.id).people == 0


@pytest.mark.parametrize(
    ("naming", "asked"), [(Naming.NAMES, "Ihr Name"), (Naming.ALIASES, "Ihr Alias"), (Naming.ANONYMOUS, "anonym")]
)
def test_the_door_says_what_people_are_called(server: TestClient, store: Store, naming: Naming, asked: str) -> None:
    room = a_meeting(store, naming).room
    words = server.get(f"/join/{room.code}").text
    assert asked in words
    assert ('name="name"' in words) == (naming is not Naming.ANONYMOUS)


def test_an_anonymous_room_keeps_no_name_that_a_phone_sends(phone: Another, anonymous: Meeting, store: Store) -> None:
    phone().join(anonymous.room, "Petra")
    [person] = store.rooms.state(anonymous.room.id).participants.values()
    assert person.name == ""


def test_the_secret_is_where_no_script_and_no_other_page_finds_it(server: TestClient, meeting: Meeting) -> None:
    answer = server.post(f"/join/{meeting.room.code}", data={"name": "Petra"})
    value, *rules = answer.headers["set-cookie"].split("; ")
    assert {"HttpOnly", "SameSite=strict", "Path=/join"} <= set(rules)
    secret = value.partition("=")[2]
    assert len(secret) >= 32
    server.cookies.set("journey_room", secret)
    page = server.get("/join/room").text
    assert secret not in page
    assert secret_hash(secret) not in page


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "http://elsewhere.example"},
        {"origin": "null"},
        {},
    ],
)
@pytest.mark.parametrize("path", ["/join/{code}", "/join/room/acts", "/join/room/me"])
def test_what_other_pages_send_is_refused(
    server: TestClient, meeting: Meeting, store: Store, path: str, headers: dict[str, str]
) -> None:
    del server.headers["sec-fetch-site"]
    answer = server.post(path.format(code=meeting.room.code), data={"name": "Petra"}, headers=headers)
    assert answer.status_code == 403
    assert store.rooms.state(meeting.room.id).people == 0


def test_an_older_browser_says_where_a_form_comes_from(server: TestClient, meeting: Meeting) -> None:
    del server.headers["sec-fetch-site"]
    answer = server.post(f"/join/{meeting.room.code}", data={"name": "Petra"}, headers={"origin": "http://testserver"})
    assert answer.headers["location"] == "/join/room"


def test_who_is_in_goes_on_to_the_room_and_stays_one_person(phone: Another, meeting: Meeting, store: Store) -> None:
    petra = phone().join(meeting.room)
    assert petra.client.get(f"/join/{meeting.room.code}").headers["location"] == "/join/room"
    assert petra.client.post(f"/join/{meeting.room.code}", data={"name": "Petra"}).headers["location"] == "/join/room"
    assert store.rooms.state(meeting.room.id).people == 1


def test_a_locked_room_says_so(server: TestClient, meeting: Meeting, store: Store) -> None:
    store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"locked": True}))
    assert "abgeschlossen" in server.get(f"/join/{meeting.room.code}").text
    answer = server.post(f"/join/{meeting.room.code}", data={"name": "Petra"})
    assert (answer.status_code, "abgeschlossen" in answer.text) == (403, True)


def test_the_language_is_the_phone_s_and_can_be_switched(phone: Another, meeting: Meeting) -> None:
    one = phone()
    one.client.headers["accept-language"] = "fr, en-GB;q=0.8, de;q=0.3"
    assert "Your name" in one.client.get(f"/join/{meeting.room.code}").text
    assert "Ihr Name" in one.client.get(f"/join/{meeting.room.code}?lang=de").text
    one.join(meeting.room, lang="de")
    assert "Sie sind dabei" in one.words()
    one.client.post("/join/room/me", data={"lang": "en"})
    assert "You are in" in one.words()
    assert one.client.post("/join/room/me", data={"lang": "xx"}).status_code == 400


def test_no_language_of_ours_is_the_room_s() -> None:
    from starlette.requests import Request

    def wished(header: str) -> str:
        scope = {"type": "http", "headers": [(b"accept-language", header.encode())], "query_string": b""}
        return language_of(Request(scope)).value

    assert [wished(header) for header in ("", "fr", "de;q=0, en", "de;q=x, de", "EN;q=0.2,de-AT;q=0.9")] == [
        "en", "en", "en", "de", "de",
    ]  # fmt: skip


def test_pages_run_nothing_but_our_script(server: TestClient, meeting: Meeting) -> None:
    for path in ("/join", f"/join/{meeting.room.code}", "/join/22222222"):
        answer = server.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert " style=" not in answer.text
        assert "<style" not in answer.text
        assert answer.text.count("<script") == answer.text.count('<script src="/join/files/phone-')


def test_a_first_visit_is_small(phone: Another, meeting: Meeting) -> None:
    one = phone()
    door = one.client.get(f"/join/{meeting.room.code}")
    names = [f"/join/files/{part.split(chr(34))[0]}" for part in door.text.split("/join/files/")[1:]]
    files = [one.client.get(name) for name in names]
    assert [file.status_code for file in files] == [200, 200]
    assert all("immutable" in file.headers["cache-control"] for file in files)
    one.join(meeting.room)
    room = one.client.get("/join/room")
    assert len(door.content) + len(room.content) + sum(len(file.content) for file in files) <= 60_000
    assert one.client.get("/join/files/phone-000000000000.js").status_code == 404
