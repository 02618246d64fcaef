"""How many people the same exercise bears as a plain Streamlit page (bench/plain_room.py): they look as
often as the page tells their browsers, and write as often as people with phones do. Driven over Streamlit's websocket."""

import asyncio
import random
import re
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from streamlit.proto.Element_pb2 import Element

from bench.load import Person
from bench.pages import PageFailed, open_tab
from bench.told import share
from tools.app_server import ROOT, AppServer

PAGE = ROOT / "bench" / "plain_room.py"
LOCAL = {
    "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
    "STREAMLIT_BROWSER_SERVER_ADDRESS": "localhost",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
}
"""What keeps Streamlit's own settings on this machine; nothing else of them is changed."""

_SETTLING, _LONGEST = 2.0, 20.0  # s
_ACTS = 100
_PATIENCE = 20.0  # s
_IDEAS = re.compile(r"(\d+) Ideen")


@dataclass(frozen=True)
class PlainPage:
    """How the page is served: its people look every `looks` seconds, with Streamlit's own settings or with the app's."""

    looks: float
    own_settings: bool


@dataclass
class PlainPerson(Person):
    """Somebody with the plain page before them, who sees how many ideas there are."""

    ideas: int = 0

    def _where(self) -> tuple[str, str]:
        return "", ""

    def _note(self, element: Element) -> None:
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise PageFailed(element.exception.message)
        if kind == "text_input":
            self._widget = element.text_input.id
        if kind == "markdown" and (count := _IDEAS.fullmatch(element.markdown.body)):
            self.ideas = int(count[1])


def most_people(page: PlainPage, bearable: float, each: float, first: int) -> int:
    """The largest number of people, each of whom acts once in so many seconds, of whose acts 19 of 20 take no longer than
    `bearable` seconds; looked for from `first` on."""
    return largest(lambda people: _bears(page, people, bearable, each), first)


def largest(fits: Callable[[int], bool], first: int, most: int = 2_000) -> int:
    """The largest number that fits, to an eighth, looked for from `first` on; 0 where not even one does."""
    low, high, number = 0, most + 1, max(1, first)
    while high - low > max(1, low // 8):
        if fits(number):
            low = number
        else:
            high = number
        number = min(low * 2, most) if high > most else (low + high) // 2
    return low


def _bears(page: PlainPage, people: int, bearable: float, each: float) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) if page.own_settings else ROOT
        environment = {"PLAIN_ROOM_LOOKS": str(page.looks)} | (LOCAL if page.own_settings else {})
        with AppServer(Path(folder) / "data", script=PAGE, root=root, environment=environment) as server:
            taken = asyncio.run(_taken(server, people, each))
    slowest = share(taken, 95)
    print(f"    {people:4} people {slowest * 1000:8.0f} ms ({len(taken)} acts)", flush=True)
    return slowest <= bearable


async def _taken(server: AppServer, people: int, each: float) -> list[float]:
    """What the acts took, endless for those that were not answered in time."""
    seconds = min(_LONGEST, _ACTS * each / people)
    chance = random.Random(people)  # noqa: S311 - spreads the acts, no secret
    moments = sorted(chance.uniform(0, seconds) for _ in range(max(10, round(people * seconds / each))))
    taken = [float("inf")] * len(moments)
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE + seconds), asyncio.TaskGroup() as room:
            there = [PlainPerson((await open_tab(server, "", "")).connection, "", "") for _ in range(people)]
            for person in there:
                room.create_task(person.be_there())
            for person in there:
                await person.arrive()
            began = time.perf_counter() + _SETTLING
            acts = [
                room.create_task(_write(there[number % people], number, began + moment, taken))
                for number, moment in enumerate(moments)
            ]
            await asyncio.gather(*acts)
            await there[0].arrive()
            if there[0].ideas != len(moments):
                raise PageFailed(f"{there[0].ideas} of {len(moments)} ideas are there")
            for person in there:
                await person.connection.close()
    return taken


async def _write(person: PlainPerson, number: int, due: float, taken: list[float]) -> None:
    await asyncio.sleep(due - time.perf_counter())
    await person.write(f"Idee {number}")
    taken[number] = time.perf_counter() - due
