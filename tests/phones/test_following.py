"""A room is read once for all its phones, and its news is said whenever it changes."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import aclosing
from typing import Any, TypeVar, cast

from journey.live import RoomState
from journey.store import Store
from phones.following import FollowedRoom, FollowedRooms
from tests.store.room_scenes import Meeting, a_card

Answer = TypeVar("Answer")


class Asked:
    """Asks the store in a thread and counts."""

    def __init__(self, store: Store) -> None:
        self._store, self.times = store, 0

    async def __call__(self, question: Callable[[Store], RoomState]) -> RoomState:
        self.times += 1
        return await asyncio.to_thread(question, self._store)


async def _next(news: AsyncIterator[str]) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads(await asyncio.wait_for(anext(news), 10)))


def _run(deed: Callable[[], Awaitable[None]]) -> None:
    async def whole() -> None:
        await deed()

    asyncio.run(whole())


def test_news_comes_at_once_and_with_every_change_and_has_no_words(store: Store, meeting: Meeting) -> None:
    meeting.begun()
    petra = meeting.join()

    async def deed() -> None:
        async with aclosing(FollowedRoom(meeting.room.id, Asked(store)).listen()) as news:
            first = await _next(news)
            assert (first["people"], first["cards"], first["shown"]) == (1, {}, 0)
            meeting.send(petra, a_card("Niemand ruft zurück"))
            second = await _next(news)
            assert (second["cards"], second["shown"]) == ({"": 1}, 0)
            assert second["look"] == first["look"]
            assert "Niemand" not in json.dumps(second, ensure_ascii=False)
            meeting.reveal()
            third = await _next(news)
            assert third["look"] != first["look"]
            assert third["shown"] == 1

    _run(deed)


def test_many_who_ask_at_once_wait_for_one_reading(store: Store, meeting: Meeting) -> None:
    async def deed() -> None:
        asked = Asked(store)
        room = FollowedRoom(meeting.room.id, asked)
        states = await asyncio.gather(*(room.now() for _ in range(200)))
        assert {state.sequence for state in states} == {1}
        assert asked.times <= 2

    _run(deed)


def test_what_is_asked_after_an_act_knows_it(store: Store, meeting: Meeting) -> None:
    """A reading that has begun before the act may have missed it: who asks after it waits for another one."""
    meeting.begun()
    petra = meeting.join()

    async def deed() -> None:
        room = FollowedRoom(meeting.room.id, Asked(store))
        for count in range(1, 6):
            running = asyncio.create_task(room.now())
            await asyncio.sleep(0)
            await asyncio.to_thread(meeting.send, petra, a_card())
            state = await room.now()
            assert state.current is not None
            assert len(state.current.cards) == count
            await running

    _run(deed)


def test_a_deleted_room_ends_its_news(store: Store, meeting: Meeting) -> None:
    async def deed() -> None:
        rooms = FollowedRooms()
        room = rooms.of(meeting.room.id, Asked(store))
        assert rooms.of(meeting.room.id, Asked(store)) is room
        news = room.listen()
        await _next(news)
        store.rooms.delete(meeting.room.id)
        assert await asyncio.wait_for(anext(news, "end"), 10) == "end"
        assert room.listeners == 0
        assert rooms.of(meeting.room.id, Asked(store)) is not room

    _run(deed)


def test_nobody_looks_when_nobody_listens(store: Store, meeting: Meeting) -> None:
    async def deed() -> None:
        asked = Asked(store)
        room = FollowedRoom(meeting.room.id, asked)
        async with aclosing(room.listen()) as news:
            await _next(news)
        for _ in range(100):
            if room.is_quiet:
                break
            await asyncio.sleep(0.02)
        assert room.is_quiet

    _run(deed)


def test_rooms_that_nobody_listens_to_are_forgotten(store: Store, meeting: Meeting) -> None:
    async def deed() -> None:
        rooms = FollowedRooms()
        first = rooms.of("room-0", Asked(store))
        for number in range(1, 40):
            rooms.of(f"room-{number}", Asked(store))
        assert rooms.of("room-0", Asked(store)) is not first

    _run(deed)
