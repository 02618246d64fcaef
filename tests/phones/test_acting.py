"""What phones send is kept once, refused with a reason, or not answered as kept."""

from collections.abc import Callable

import pytest

from journey.live import CastDot, ExerciseKind, RoomLife, TickReady
from journey.store import Store
from tests.phones.conftest import Phone
from tests.store.room_scenes import Meeting, a_card

Another = Callable[[], Phone]


def test_an_act_that_comes_twice_is_kept_once(phone: Another, meeting: Meeting, store: Store) -> None:
    meeting.begun()
    petra, card = phone().join(meeting.room), a_card()
    assert petra.send(meeting.exercise, card, card) == petra.send(meeting.exercise, card, card)
    assert len(meeting.now().cards) == 1
    sequence = store.rooms.sequence(meeting.room.id)
    petra.send(meeting.exercise, card)
    assert store.rooms.sequence(meeting.room.id) == sequence


def test_each_act_is_answered_by_itself(phone: Another, meeting: Meeting) -> None:
    meeting.begun(ExerciseKind.VOTE, budget=1)
    petra = phone().join(meeting.room)
    first, second = (CastDot(id=f"dot-{n}", dot=n, option="option-0") for n in (1, 2))
    kept, refused = petra.send(meeting.exercise, first, second)
    assert kept == {"id": "dot-1"}
    assert (refused["id"], refused["refused"], "wait" in refused) == ("dot-2", "over_budget", False)
    assert refused["words"] == "So viele Punkte haben Sie nicht."
    assert len(meeting.now().dots) == 1


def test_a_pause_lets_acts_wait(phone: Another, meeting: Meeting, store: Store) -> None:
    meeting.begun()
    petra, card = phone().join(meeting.room), a_card()
    for life in (RoomLife.PAUSED, RoomLife.OPEN):
        _live_on(store, meeting, life)
        [result] = petra.send(meeting.exercise, card)
        assert result.get("wait", False) == (life is RoomLife.PAUSED)
    assert len(meeting.now().cards) == 1


def _live_on(store: Store, meeting: Meeting, life: RoomLife) -> None:
    store.rooms.steer(meeting.room.id, lambda room: room.model_copy(update={"life": life}))


def test_a_broken_act_does_not_take_the_others_with_it(phone: Another, meeting: Meeting) -> None:
    meeting.begun()
    petra, card = phone().join(meeting.room), a_card()
    acts = [{"act": "write"}, {"act": "unmerge", "id": "x", "group": "group-001"}, card.model_dump(mode="json")]
    sent = {"acts": [{"exercise": meeting.exercise, "act": act} for act in acts]}
    results = petra.client.post("/join/room/acts", json=sent).json()["results"]
    assert [result.get("refused") for result in results] == ["unreadable", "facilitator_only", None]
    assert [card.words for card in meeting.now().cards.values()] == ["Nobody calls back"]


@pytest.mark.parametrize("exercise", ["another-one", "'; drop table acts; --"])
def test_an_exercise_that_is_not_of_the_room_takes_nothing(phone: Another, meeting: Meeting, exercise: str) -> None:
    petra = phone().join(meeting.room)
    sent = {"acts": [{"exercise": exercise, "act": a_card().model_dump(mode="json")}]}
    answer = petra.client.post("/join/room/acts", json=sent)
    assert answer.status_code == 400 or answer.json()["results"][0]["refused"] == "gone"


@pytest.mark.parametrize("body", [b"", b"[]", b'{"acts": 1}', b"{" * 1_000, b'{"acts": [' + b" " * 70_000 + b"]}"])
def test_what_is_no_row_of_acts_is_refused(phone: Another, meeting: Meeting, body: bytes) -> None:
    petra = phone().join(meeting.room)
    assert petra.client.post("/join/room/acts", content=body).status_code == 400


def test_no_more_than_fifty_acts_come_at_once(phone: Another, meeting: Meeting) -> None:
    meeting.begun()
    petra = phone().join(meeting.room)
    act = TickReady(id="act-1").model_dump(mode="json")
    many = {"acts": [{"exercise": meeting.exercise, "act": act}] * 51}
    assert petra.client.post("/join/room/acts", json=many).status_code == 400


def test_nobody_acts_with_another_s_room(phone: Another, meeting: Meeting, store: Store) -> None:
    """The secret says who acts; a phone without one, or with a made-up one, is nobody."""
    meeting.begun()
    stranger = phone()
    stranger.client.cookies.set("journey_room", "A" * 32)
    sent = {"acts": [{"exercise": meeting.exercise, "act": a_card().model_dump(mode="json")}]}
    assert stranger.client.post("/join/room/acts", json=sent).status_code == 401
    assert not meeting.now().cards
