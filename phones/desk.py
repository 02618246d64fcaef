"""What every answer to a phone needs: the store, the paths, the rooms that are followed."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import anyio
from starlette.requests import Request
from starlette.responses import Response

from journey.store import InRoom, NotInRoom, Store
from phones.addresses import PhonePaths
from phones.following import FollowedRooms

Answer = TypeVar("Answer")

_AT_ONCE = 8  # threads: a database of one file writes one after the other, more would only wait

COOKIE = "journey_room"
_KEPT = 14 * 24 * 3_600  # s


@dataclass(frozen=True)
class Desk:
    """`store` opens or gives the one store of this server."""

    store: Callable[[], Store]
    paths: PhonePaths
    followed: FollowedRooms = field(default_factory=FollowedRooms)
    _threads: anyio.CapacityLimiter = field(default_factory=lambda: anyio.CapacityLimiter(_AT_ONCE))

    async def ask(self, question: Callable[[Store], Answer]) -> Answer:
        """What the store answers, asked in a thread. StoreError."""
        return await anyio.to_thread.run_sync(lambda: question(self.store()), limiter=self._threads)

    async def person(self, request: Request) -> InRoom:
        """Whoever holds the phone. NotInRoom."""
        secret = request.cookies.get(COOKIE, "")
        if not secret:
            raise NotInRoom("no secret")
        return await self.ask(lambda store: store.phones.come_back(secret))

    def keep(self, answer: Response, secret: str, request: Request) -> None:
        """Let a phone keep a secret where no script reads it and no other page sends it; "" forgets it."""
        answer.set_cookie(
            COOKIE, secret, max_age=_KEPT if secret else 0, path=self.paths.join, secure=request.url.scheme == "https",
            httponly=True, samesite="strict",
        )  # fmt: skip
