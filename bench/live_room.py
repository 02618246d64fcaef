"""A live room of the real app, in a process of its own over a SQLite file: many phones, acts at a rate, a facilitator who
looks twice a second and has the map open, a power cut. The phones run in this process on the same machine, so what they
cost counts."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.pages import open_tab
from bench.phone import NotServed, Phone
from bench.told import peak_mb_of
from journey.live import Exercise, ExerciseKind, LiveRoom, Naming, PlayedAct, WriteCard, phases_as_options
from journey.model import Language, new_id
from journey.store import Store, open_store
from tools import prepared
from tools.app_server import AppServer, Process, started

LOOKS = 0.5  # s between two looks of the facilitator's page
_JOIN_AT_ONCE = 25
_PATIENCE = 60.0  # s


@dataclass
class Measured:
    """What was seen. Times are in seconds, by card where they are of acts: `acknowledged` and `shown` from the tap on."""

    phones: int
    joined_in: float = 0.0
    acknowledged: dict[str, float] = field(default_factory=dict)
    shown: dict[str, float] = field(default_factory=dict)
    errors: int = 0
    astray: int = 0
    news: int = 0
    peak_mb: float = 0.0
    back: int = 0
    restarted_in: float = 0.0
    served_in: float = 0.0


@dataclass
class _Scene:
    """A room with a Collect exercise that runs, seen from beside its server."""

    server: AppServer
    store: Store
    room: LiveRoom
    exercise: Exercise
    processes: list[int]
    tapped: dict[str, float] = field(default_factory=dict)


async def measured(data: Path, phones: int, rate: float, seconds: float, back: int) -> Measured:
    """One run: all join, act for so many seconds at a rate, and `back` of them come back after the server was killed."""
    [workshop] = prepared.put(data, prepared.full(Language.DE))
    store = open_store(f"sqlite:///{data / 'workshops.sqlite3'}")
    processes: list[int] = []

    def noted(arguments: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Process:
        process = started(arguments, folder, environment, log)
        processes.append(process.pid)
        return process

    server = AppServer(data, starter=noted)
    try:
        await asyncio.to_thread(server.start)
        return await _run(_opened(server, store, workshop, processes), phones, rate, seconds, back)
    finally:
        server.stop()
        store.close()


def astray(acknowledged: Collection[str], kept: Iterable[PlayedAct]) -> int:
    """How many cards are not exactly once in the store although they were acknowledged."""
    times = Counter(one.act.card for one in kept if isinstance(one.act, WriteCard))
    return sum(times[card] != 1 for card in acknowledged)


def _opened(server: AppServer, store: Store, workshop: str, processes: list[int]) -> _Scene:
    room = store.rooms.open_room(workshop, naming=Naming.ALIASES)
    options = phases_as_options(store.open(workshop).workshop, Language.DE)
    exercise = Exercise(id=new_id(), kind=ExerciseKind.COLLECT, question="Was fällt uns ein?", options=options)
    store.rooms.add_exercise(room.id, exercise)
    store.rooms.begin(room.id, exercise.id)
    return _Scene(server, store, room, exercise, processes)


async def _run(scene: _Scene, phones: int, rate: float, seconds: float, back: int) -> Measured:
    map_page = await open_tab(scene.server, f"lang=de&workshop={scene.room.workshop}", "journey-map")
    await map_page.run()
    people = [Phone(scene.server.port, number) for number in range(phones)]
    seen = Measured(phones)
    began = time.perf_counter()
    places = asyncio.Semaphore(_JOIN_AT_ONCE)
    streams = await asyncio.gather(*(_come_in(scene, person, places) for person in people))
    await _all_hear(people)
    seen.joined_in = time.perf_counter() - began
    looking = asyncio.create_task(_look(scene, seen))
    heard = sum(person.heard for person in people)
    await asyncio.gather(*_taps(scene, seen, people, rate, seconds))
    await looking
    seen.news = sum(person.heard for person in people) - heard
    seen.errors += sum(person.trouble for person in people) + sum(stream.done() for stream in streams)
    seen.peak_mb = peak_mb_of(scene.processes[-1])
    kept = await asyncio.to_thread(scene.store.rooms.since, scene.room.id, 0, None)
    seen.astray = astray(seen.acknowledged, kept.acts)
    await map_page.connection.close()
    await _cut(scene, seen, people[:back], streams)
    return seen


async def _come_in(scene: _Scene, person: Phone, places: asyncio.Semaphore) -> "asyncio.Task[None]":
    async with places:
        await person.join(scene.room.code)
        return asyncio.create_task(person.listen())


async def _all_hear(people: Sequence[Phone]) -> None:
    async with asyncio.timeout(_PATIENCE):
        for person in people:
            await person.hears.wait()


def _taps(
    scene: _Scene, seen: Measured, people: Sequence[Phone], rate: float, seconds: float
) -> "list[asyncio.Task[None]]":
    """The acts, at random moments and in turn by all. A tap is when it is due: a late generator takes nothing away."""
    chance = random.Random(1)  # noqa: S311 - spreads the acts, no secret
    moments = sorted(chance.uniform(0, seconds) for _ in range(round(rate * seconds)))
    began = time.perf_counter()
    return [
        asyncio.create_task(_tap(scene, seen, people[number % len(people)], began + moment))
        for number, moment in enumerate(moments)
    ]


async def _tap(scene: _Scene, seen: Measured, person: Phone, due: float) -> None:
    await asyncio.sleep(due - time.perf_counter())
    place = scene.exercise.options[person.number % len(scene.exercise.options)].id
    card = WriteCard(id=new_id(), card=new_id(), words=f"Eine Idee von Gast {person.number}", place=place)
    scene.tapped[card.card] = due
    try:
        await person.write(scene.exercise.id, card)
    except NotServed:
        seen.errors += 1
    else:
        seen.acknowledged[card.card] = time.perf_counter() - due


async def _look(scene: _Scene, seen: Measured) -> None:
    """Follow the room as the facilitator's page does, until it has everything."""
    state = await asyncio.to_thread(scene.store.rooms.state, scene.room.id)
    quiet = 0.0
    while quiet < 2.0 or len(seen.shown) < len(scene.tapped):  # s
        await asyncio.sleep(LOOKS)
        state = await asyncio.to_thread(scene.store.rooms.caught_up, state)
        now = time.perf_counter()
        fresh = state.exercises[scene.exercise.id].cards.keys() - seen.shown.keys()
        seen.shown.update((card, now - scene.tapped[card]) for card in fresh)
        quiet = 0.0 if fresh else quiet + LOOKS
        if quiet > _PATIENCE:
            return


async def _cut(scene: _Scene, seen: Measured, people: Sequence[Phone], streams: "Sequence[asyncio.Task[None]]") -> None:
    """Kill the server and start it again; the phones try to come back all the while."""
    scene.server.kill()
    began = time.perf_counter()
    await asyncio.gather(*streams, return_exceptions=True)
    returning = [asyncio.create_task(person.come_back()) for person in people]
    await asyncio.to_thread(scene.server.start)
    answers = time.perf_counter()
    await _all_hear(people)
    seen.back, seen.restarted_in, seen.served_in = len(people), answers - began, time.perf_counter() - answers
    for one in returning:
        one.cancel()
