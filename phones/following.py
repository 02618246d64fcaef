"""The rooms that phones of this process look at: each is read once for all of them, and looked at five times a second while
somebody listens."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import contextmanager

from journey.live import RoomState
from journey.store import NoSuchRoom, Store, StoreError
from phones.news import news_of

LOOK = 0.2  # s between two looks
REPEATED = 15.0  # s after which the same news is said again, so that a phone knows that it hears
_AFTER_TROUBLE = 1.0
_MOST_KEPT = 20  # rooms that nobody listens to

Asking = Callable[[Callable[[Store], RoomState]], Awaitable[RoomState]]


class FollowedRoom:
    """A room as this process knows it."""

    def __init__(self, room_id: str, ask: Asking) -> None:
        self._room, self._ask = room_id, ask
        self._state: RoomState | None = None
        self._reading = asyncio.Lock()
        self._queued: asyncio.Task[RoomState] | None = None
        self._looking: asyncio.Task[None] | None = None
        self._news, self._changed = "", asyncio.Event()
        self.listeners = 0
        self.gone = False

    @property
    def is_quiet(self) -> bool:
        """Whether nobody listens and nobody looks any more."""
        return not self.listeners and self._looking is None

    async def now(self) -> RoomState:
        """The room with all that was done before this was asked; many who ask at once wait for one reading. NoSuchRoom."""
        if self._queued is None:
            self._queued = asyncio.create_task(self._read())
        return await asyncio.shield(self._queued)

    async def _read(self) -> RoomState:
        async with self._reading:
            self._queued = None
            known = self._state
            self._state = await self._ask(
                lambda store: store.rooms.caught_up(known) if known else store.rooms.state(self._room)
            )
            return self._state

    async def listen(self) -> AsyncGenerator[str, None]:
        """The news, at once and whenever it changes, at most five times a second; ends with the room."""
        with self._listening():
            said = ""
            while not self.gone:
                changed, news = self._changed, self._news
                if news and news != said:
                    said = news
                    yield news
                    continue
                try:
                    await asyncio.wait_for(changed.wait(), REPEATED)
                except TimeoutError:
                    said = ""

    @contextmanager
    def _listening(self) -> Iterator[None]:
        self.listeners += 1
        if self._looking is None:
            self._looking = asyncio.create_task(self._look_out())
        try:
            yield
        finally:
            self.listeners -= 1

    async def _look_out(self) -> None:
        try:
            while self.listeners and not self.gone:
                await asyncio.sleep(LOOK if await self._look() else _AFTER_TROUBLE)
        finally:
            self._looking, self._news = None, ""

    async def _look(self) -> bool:
        try:
            news = news_of(await self.now())
        except NoSuchRoom:
            self.gone = True
            news = ""
        except StoreError:
            return False
        if news != self._news or self.gone:
            self._news = news
            changed, self._changed = self._changed, asyncio.Event()
            changed.set()
        return True


class FollowedRooms:
    """The rooms of this process."""

    def __init__(self) -> None:
        self._rooms: OrderedDict[str, FollowedRoom] = OrderedDict()

    def of(self, room_id: str, ask: Asking) -> FollowedRoom:
        """A room, known already or to be read."""
        room = self._rooms.get(room_id)
        if room is None or room.gone:
            room = self._rooms[room_id] = FollowedRoom(room_id, ask)
        self._rooms.move_to_end(room_id)
        quiet = [known for known, one in self._rooms.items() if not one.listeners and known != room_id]
        for known in quiet[: max(0, len(quiet) - _MOST_KEPT)]:
            del self._rooms[known]
        return room
