"""A phone as the server sees it: comes in, listens to its stream of events, sends acts again until they are acknowledged."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import urlencode

from journey.live import PersonsAct
from phones import PhonePaths

HOST = "127.0.0.1"
AGAIN = 0.25  # s until what failed is tried again
PATIENCE = 30.0  # s
_PATHS = PhonePaths()
_NEWS = b"data:"
_LINE_TROUBLE = (OSError, EOFError, ValueError, TimeoutError)


class NotServed(RuntimeError):
    """The server answered something else than a phone expects."""


@dataclass(frozen=True)
class Answer:
    """What came back for one request: the status, the lines of the head, in small letters, and the body."""

    status: int
    head: str
    body: bytes

    @property
    def cookie(self) -> str:
        """The cookie that the server gave, as it is sent back; "" for none."""
        given = [line for line in self.head.split("\r\n") if line.lower().startswith("set-cookie: journey_room=")]
        return given[0].partition(": ")[2].partition(";")[0] if given else ""


@dataclass
class Phone:
    """Somebody's phone. `heard` counts the news that came; `trouble` the tries that failed while the server ran; `patience` is
    how long (s) it waits for an act to be answered for."""

    port: int
    number: int
    cookie: str = ""
    heard: int = 0
    trouble: int = 0
    patience: float = PATIENCE
    hears: asyncio.Event = field(default_factory=asyncio.Event)

    async def join(self, code: str) -> None:
        """Come in by a code and see the room. NotServed."""
        form = urlencode({"name": f"Gast {self.number}", "lang": "de"}).encode()
        answer = await self._asked("POST", _PATHS.door(code), form, "application/x-www-form-urlencoded")
        if answer.status != HTTPStatus.SEE_OTHER or not answer.cookie:
            raise NotServed(f"joining: {answer.status}")
        self.cookie = answer.cookie
        await self.see()

    async def see(self) -> None:
        """Fetch the page of the room. NotServed."""
        answer = await self._asked("GET", _PATHS.room)
        if answer.status != HTTPStatus.OK:
            raise NotServed(f"the room: {answer.status}")

    async def listen(self) -> None:
        """Hear the news until the line breaks; `hears` is set from the first on."""
        reader, writer = await self._sent("GET", _PATHS.events)
        try:
            while some := await reader.read(1 << 16):
                self.heard += some.count(_NEWS)
                if self.heard:
                    self.hears.set()
        finally:
            writer.close()

    async def come_back(self) -> None:
        """See the room and hear the news again, tried anew until the server serves both."""
        self.heard = 0
        self.hears.clear()
        while True:
            with suppress(NotServed, *_LINE_TROUBLE):
                await self.see()
                await self.listen()
            await asyncio.sleep(AGAIN)

    async def write(self, exercise: str, act: PersonsAct) -> None:
        """Send an act again and again until it is acknowledged. NotServed when it is refused, or not in time."""
        refused = await self.send(exercise, act)
        if refused:
            raise NotServed(f"refused: {refused}")

    async def send(self, exercise: str, *acts: PersonsAct) -> dict[str, str]:
        """Send acts at once, again and again until they are answered for; why some are refused, by their ids. NotServed when
        there is no answer in time."""
        sent = [{"exercise": exercise, "act": act.model_dump(mode="json")} for act in acts]
        body = json.dumps({"acts": sent}).encode()
        try:
            async with asyncio.timeout(self.patience):
                while (results := await self._answered(body)) is None:
                    self.trouble += 1
                    await asyncio.sleep(AGAIN)
        except TimeoutError as late:
            raise NotServed(f"no answer within {self.patience:g} s") from late
        if [one["id"] for one in results] != [act.id for act in acts]:
            raise NotServed(f"answered for others: {results}")
        return {one["id"]: one["refused"] for one in results if "refused" in one}

    async def _answered(self, body: bytes) -> list[dict[str, str]] | None:
        """What is said to each act; None for no answer that says it."""
        try:
            answer = await self._asked("POST", _PATHS.acts, body, "application/json")
            if answer.status != HTTPStatus.OK:
                return None
            results: list[dict[str, str]] = json.loads(answer.body)["results"]
        except (OSError, EOFError, ValueError):
            return None
        return results

    async def _asked(self, method: str, path: str, body: bytes = b"", kind: str = "") -> Answer:
        reader, writer = await self._sent(method, path, body, kind)
        try:
            head, _, rest = (await reader.read()).partition(b"\r\n\r\n")
        finally:
            writer.close()
        status, _, lines = head.decode("latin-1").partition("\r\n")
        return Answer(int(status.split()[1]) if status else 0, lines, rest)

    async def _sent(
        self, method: str, path: str, body: bytes = b"", kind: str = ""
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A request on a line of its own, as phones ask that were silent for a while; the answer is read to its end."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}:{self.port}", "Connection: close"]
        lines += ["Sec-Fetch-Site: same-origin", "Accept-Language: de"]
        lines += [f"Cookie: {self.cookie}"] if self.cookie else []
        lines += [f"Content-Type: {kind}", f"Content-Length: {len(body)}"] if method == "POST" else []
        reader, writer = await asyncio.open_connection(HOST, self.port)
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        return reader, writer
