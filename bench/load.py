"""Many people who write at once, beside an earlier commit: eight groups of five, each group in a workshop of its own, the
full sample. Everybody has step 1 open, writes into a field of their own every four seconds, and looks for news as a
browser does.

`python -m bench.load [COMMIT]`: servers take turns; the people run in this process on the same machine, so what they cost
counts. An act is timed from the moment when a field is left until the page has run for it. Whoever waits longer than four
seconds writes again at once. At the end the store holds what everybody wrote last.
"""

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from bench.before import checked_out, stored
from bench.pages import open_tab
from journey.model import Language, PhaseNote
from journey.store import open_store
from tools import prepared
from tools.app_server import ROOT, AppServer

GROUPS, GROUP = 8, 5
EVERY = 4.0  # seconds
WARMING, MEASURED = 10.0, 40.0  # seconds
TURNS = 2
_PATIENCE = 60.0  # seconds
_AREA = "text_area"


@dataclass
class Person:
    """Somebody in a browser tab, who writes into the field of one card."""

    connection: ClientConnection
    workshop: str
    card: str
    taken: list[float] = field(default_factory=list)
    written: str = ""
    _widget: str = ""
    _page: str = ""
    _looking: set[asyncio.Task[None]] = field(default_factory=set)
    _asked: float = 0.0
    _done: asyncio.Event = field(default_factory=asyncio.Event)
    _counts: bool = False

    async def be_there(self) -> None:
        """Take what the server sends, as long as the tab is open, and look for news when it is time."""
        with suppress(ConnectionClosed):
            async for frame in self.connection:
                self._hear(ForwardMsg.FromString(frame if isinstance(frame, bytes) else frame.encode()))
        self._stop_looking()

    async def ask(self, fragment: str = "", typed: str | None = None) -> None:
        """Ask for a run of the page, or of a part of it."""
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string, rerun.page_name = self._where()
        rerun.page_script_hash, rerun.fragment_id = self._page, fragment
        rerun.context_info.locale, rerun.context_info.timezone = "de-DE", "Europe/Berlin"
        if typed is not None:
            rerun.widget_states.widgets.add(id=self._widget, string_value=typed)
        with suppress(ConnectionClosed):
            await self.connection.send(message.SerializeToString())

    async def arrive(self) -> None:
        """Open the page."""
        self._done.clear()
        self._counts = False  # a run that began before is not the answer
        self._asked = time.perf_counter()
        await self.ask()
        await self._answered()

    async def write(self, words: str) -> float:
        """Leave the field with other words in it; the seconds until the page has run for it."""
        self._done.clear()
        self._counts = False  # a run that began before is not the answer
        self._asked = time.perf_counter()
        self.written = words
        await self.ask(typed=words)
        await self._answered()
        return time.perf_counter() - self._asked

    async def _answered(self) -> None:
        async with asyncio.timeout(_PATIENCE):
            await self._done.wait()

    def _hear(self, said: ForwardMsg) -> None:
        kind = said.WhichOneof("type")
        if kind == "new_session":
            self._page = said.new_session.page_script_hash  # as a browser says it: without, news bring the start page
            whole = not said.metadata.run.fragment_ids
            self._counts = whole and bool(self._asked)
            if whole:
                self._stop_looking()
        elif kind == "auto_rerun":
            looking = asyncio.create_task(self._look(said.auto_rerun.fragment_id, said.auto_rerun.interval))
            self._looking.add(looking)
        elif kind == "delta":
            self._note(said.delta.new_element)
        elif kind == "script_finished" and self._counts and said.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            self._done.set()

    def _where(self) -> tuple[str, str]:
        """The query and the name of the page."""
        return f"lang=de&workshop={self.workshop}", "goals"

    def _note(self, element: Element) -> None:
        """Remember the field that is written into."""
        if element.WhichOneof("type") == _AREA and element.text_area.id.endswith(f"page:{self.card}:content"):
            self._widget = element.text_area.id

    async def _look(self, fragment: str, seconds: float) -> None:
        """Look for news, but not while an answer is waited for: two requests that wait become one run."""
        while True:
            await asyncio.sleep(seconds)
            if self._done.is_set():
                await self.ask(fragment)

    def _stop_looking(self) -> None:
        for looking in self._looking:
            looking.cancel()
        self._looking.clear()


async def measured(server: AppServer, workshops: Iterable[str], cards: list[str]) -> list[float]:
    """What the acts of all people took."""
    people = []
    for workshop in workshops:
        for card in cards[:GROUP]:
            tab = await open_tab(server, "", "goals")
            people.append(Person(tab.connection, workshop, card))
    async with asyncio.TaskGroup() as room:
        for person in people:
            room.create_task(person.be_there())
        for person in people:
            await person.arrive()
        began = time.perf_counter()
        await asyncio.gather(*(_works(person, number, began) for number, person in enumerate(people)))
        for person in people:
            await person.connection.close()
    _check(server, people)
    return [seconds for person in people for seconds in person.taken]


async def _works(person: Person, number: int, began: float) -> None:
    chance = random.Random(number)  # noqa: S311 - spreads the acts, no secret
    due = began + chance.uniform(0, EVERY)
    act = 0
    while due < began + WARMING + MEASURED:
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        act += 1
        seconds = await person.write(f"{number} schreibt zum {act}. Mal")
        if due > began + WARMING:
            person.taken.append(seconds)
        due = max(due + EVERY, time.perf_counter())


def _check(server: AppServer, people: list[Person]) -> None:
    """Nothing that was written is lost."""
    store = open_store(f"sqlite:///{server.data / 'workshops.sqlite3'}")
    try:
        for person in people:
            note = store.open(person.workshop).workshop.find(person.card)
            if not isinstance(note, PhaseNote) or note.content != person.written:
                raise RuntimeError(f"lost: {person.written!r}, there is {note}\n{server.log[-4000:]}")
    finally:
        store.close()


def main(checkouts: list[Path]) -> None:
    """Print medians and the slowest twentieth; the ratios count."""
    cards = [note.id for note in prepared.full(Language.DE).phase_notes]
    times: list[list[float]] = [[] for _ in checkouts]
    for _ in range(TURNS):
        for root, taken in zip(checkouts, times, strict=True):
            with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
                data = Path(folder) / "data"
                workshops = stored(root, data, GROUPS)
                server = stack.enter_context(AppServer(data, script=root / "app.py", root=root))
                taken.extend(asyncio.run(measured(server, workshops, cards)))
    print(f"{GROUPS * GROUP} people who write every {EVERY:g} s, {TURNS} turns of {MEASURED:g} s")
    for name, of in (("half of the acts", 50), ("19 of 20 acts", 95)):
        ours, *before = (statistics.quantiles(held, n=100)[of - 1] for held in times)
        ratio = "".join(f"   {ours / one:5.2f} of {one * 1000:6.0f} ms before" for one in before)
        print(f"  {name:<18}{ours * 1000:6.0f} ms{ratio}")


if __name__ == "__main__":
    with ExitStack() as trees:
        main([ROOT, *(trees.enter_context(checked_out(commit)) for commit in sys.argv[1:2])])
