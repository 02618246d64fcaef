"""Every address that phones ask for, and who gets what from it: a new one without a rule is missed here."""

from collections.abc import Callable

import pytest

from journey.store import Store
from phones import phone_routes
from tests.phones.conftest import Phone
from tests.store.room_scenes import Meeting, a_meeting

Another = Callable[[], Phone]

OK, MOVED, BAD, OUT, NONE = 200, 303, 400, 401, 404

# By method and path: what somebody without a room, somebody in it, and somebody who was taken out gets.
RULES: dict[tuple[str, str], tuple[int, int, int]] = {
    ("GET", "/join"): (OK, OK, OK),
    ("GET", "/join/"): (OK, OK, OK),
    ("GET", "/join/{code}"): (OK, MOVED, OK),
    ("POST", "/join/{code}"): (MOVED, MOVED, MOVED),
    ("GET", "/join/room"): (MOVED, OK, MOVED),
    ("GET", "/join/room/part"): (OUT, OK, OUT),
    ("GET", "/join/room/news"): (OUT, OK, OUT),
    ("GET", "/join/room/events"): (OUT, OK, OUT),
    ("POST", "/join/room/acts"): (OUT, OK, OUT),
    ("POST", "/join/room/me"): (OUT, MOVED, OUT),
    ("GET", "/join/files/{name}"): (NONE, NONE, NONE),
    ("GET", "/own"): (NONE, NONE, NONE),
    ("GET", "/own/{link}"): (NONE, NONE, NONE),
    ("POST", "/own/{link}"): (NONE, NONE, NONE),
}

BODIES = {"/join/room/acts": b'{"acts": []}', "/join/room/me": b"lang=en", "/join/{code}": b"name=Petra"}


def _routes() -> set[tuple[str, str]]:
    found = phone_routes(lambda: pytest.fail("nothing is asked"))
    return {(method, route.path) for route in found for method in route.methods or () if method != "HEAD"}


def test_every_route_has_a_rule() -> None:
    assert _routes() == set(RULES)


@pytest.mark.parametrize(("method", "path"), [rule for rule in RULES if rule[1] != "/join/room/events"])
def test_the_matrix_of_routes_and_people(
    phone: Another, meeting: Meeting, store: Store, method: str, path: str
) -> None:
    """Each person has the secret of nobody, of a phone in the room, or of one that was taken out. Nobody of them has that of an
    owner's link, which is in test_owning."""
    outsider, inside, former = phone(), phone().join(meeting.room, "Petra"), phone().join(meeting.room, "Jonas")
    taken_out = next(one.id for one in store.rooms.state(meeting.room.id).participants.values() if one.name == "Jonas")
    store.rooms.take_out(meeting.room.id, taken_out)
    address = path.format(
        code=meeting.room.code, name="nothing", link=store.owner_links.make(meeting.room.workshop, "Petra").id
    )
    got = tuple(
        one.client.request(method, address, content=BODIES.get(path)).status_code for one in (outsider, inside, former)
    )
    assert got == RULES[method, path]


@pytest.mark.parametrize("secret", ["", "nothing", "' OR 1=1", "é" * 40, "x" * 3_000])
def test_the_stream_is_for_who_is_in(phone: Another, meeting: Meeting, secret: str) -> None:
    """What somebody in the room hears is in test_following."""
    outsider = phone()
    assert (
        outsider.client.get("/join/room/events", headers={b"cookie": f"journey_room={secret}".encode()}).status_code
        == OUT
    )


def test_a_phone_acts_in_its_own_room_only(phone: Another, meeting: Meeting, store: Store) -> None:
    other = a_meeting(store, workshop="other")
    other.begun()
    meeting.begun()
    inside = phone().join(meeting.room)
    sent = {
        "exercise": other.exercise,
        "act": {"act": "write", "id": "act-1", "card": "card-0001", "words": "Not mine"},
    }
    (result,) = inside.client.post("/join/room/acts", json={"acts": [sent]}).json()["results"]
    assert result["refused"] == "gone"
    assert not other.now().cards
    assert not meeting.now().cards
