"""What a phone was told is kept stays, through kill -9 of the server at any moment: forty phones write cards, scores and dots
over several exercises, each sends again until it is answered for.

KILLS=300 kills more often than the suite does, SEED=7 at the moments of a run that failed."""

import asyncio
import os
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bench.phone import Phone
from journey.live import (
    CastDot,
    ExerciseKind,
    ExerciseState,
    Naming,
    Option,
    PersonsAct,
    RoomState,
    ScoreTouchpoint,
    WriteCard,
)
from journey.model import Emotion, new_id
from journey.store import Store, open_store
from tests.store.room_scenes import Meeting, a_meeting
from tools.app_server import AppServer, Starter

KILLS = int(os.environ.get("KILLS", "30"))
SEED = int(os.environ.get("SEED", random.randrange(10**6)))
EACH = max(1, KILLS // 6)
"""So many kills an exercise sees."""
PEOPLE, BUDGET, PER_OPTION = 40, 4, 2
PATIENCE = 600.0  # s: on a busy machine a server that is killed again and again may not answer somebody for long
OPTIONS = tuple(Option(id=f"option-{number}", words=f"Option {number}") for number in range(3))
KINDS = (ExerciseKind.COLLECT, ExerciseKind.FEEL, ExerciseKind.VOTE)

Said = tuple[str, str, str]
"""Exercise, person, and the act without its id."""


@dataclass
class Heard:
    """What the phones were told: what is kept, for which reasons how many are refused, and the last score that each person was
    told is kept, by exercise, person and touchpoint."""

    kept: Counter[Said] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    last: dict[tuple[str, str, str], Emotion | None] = field(default_factory=dict)
    answers: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def note(self, exercise: str, person: str, acts: Sequence[PersonsAct], refused: dict[str, str]) -> None:
        for act in acts:
            if act.id in refused:
                self.refused[refused[act.id]] += 1
                continue
            self.kept[exercise, person, _without_id(act)] += 1
            if isinstance(act, ScoreTouchpoint):
                self.last[exercise, person, act.touchpoint] = act.emotion
        async with self.answers:
            self.answers.notify_all()

    async def more(self, answers: int) -> None:
        """Wait for so many acts that are answered for."""
        wanted = self._all() + answers
        async with self.answers:
            await self.answers.wait_for(lambda: self._all() >= wanted)

    def _all(self) -> int:
        return self.kept.total() + self.refused.total()


def _without_id(act: PersonsAct) -> str:
    return act.model_dump_json(exclude={"id"})


@pytest.fixture
def server(tmp_path: Path, starter: Starter) -> Iterator[AppServer]:
    with AppServer(tmp_path / "data", starter=starter) as running:
        yield running


@pytest.fixture
def store(server: AppServer) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{server.data / 'workshops.sqlite3'}")
    yield opened
    opened.close()


@pytest.mark.long
def test_what_phones_were_told_is_kept_is_there_exactly_once_however_often_the_server_is_killed(
    server: AppServer, store: Store
) -> None:
    meeting, chance = a_meeting(store, Naming.ALIASES), random.Random(SEED)
    heard = asyncio.run(_party(server, meeting, chance))
    state = store.rooms.state(meeting.room.id)
    said = f"SEED={SEED} KILLS={KILLS}"

    assert _in_the_store(store, meeting) == heard.kept, said
    assert set(heard.refused) == {"not_open", "over_budget", "over_limit"}, said
    assert heard.kept.total() > 10 * KILLS, said
    assert {exercise for exercise, _, _ in heard.kept} == set(state.exercises), said
    assert _scores(state) == {place: score for place, score in heard.last.items() if score is not None}, said
    for voted in state.exercises.values():
        assert max(Counter(person for person, _ in voted.dots).values(), default=0) <= BUDGET, said
        assert _most_on_one_option(voted) <= PER_OPTION, said


async def _party(server: AppServer, meeting: Meeting, chance: random.Random) -> Heard:
    party = Party(meeting, chance)
    party.begin_next(0)
    people = [Phone(server.port, number, patience=PATIENCE) for number in range(PEOPLE)]
    for person in people:
        await person.join(meeting.room.code)
    async with asyncio.TaskGroup() as room:
        for person in people:
            for tab in range(2 if person.number % 4 == 1 else 1):
                room.create_task(party.takes_part(person, tab, random.Random(chance.random())))
        for kill in range(1, KILLS + 1):
            await party.heard.more(chance.randrange(5, 60))
            await asyncio.sleep(chance.uniform(0, 0.02))  # anywhere between two answers
            await asyncio.to_thread(server.kill)
            if kill % EACH == 0:
                await asyncio.to_thread(party.begin_next, kill)
            await asyncio.to_thread(server.start)
        await party.heard.more(PEOPLE)
        party.over.set()
    return party.heard


@dataclass
class Party:
    """The room with its exercises, one after the other."""

    meeting: Meeting
    chance: random.Random
    heard: Heard = field(default_factory=Heard)
    over: asyncio.Event = field(default_factory=asyncio.Event)
    kind: ExerciseKind = KINDS[0]

    def begin_next(self, number: int) -> None:
        kind = KINDS[number // EACH % len(KINDS)]
        self.meeting.begun(kind, f"e{number}", options=OPTIONS, budget=BUDGET, per_option=PER_OPTION)
        self.kind = kind

    async def takes_part(self, person: Phone, tab: int, chance: random.Random) -> None:
        """One tab of a person. Some send several acts at once, some send everything three times."""
        own = self.meeting.store.phones.come_back(person.cookie.partition("=")[2]).participant.id
        many, times = (3 if person.number % 4 == 2 else 1), (3 if person.number % 4 == 3 else 1)
        while not self.over.is_set():
            exercise, kind = self.meeting.exercise, self.kind
            acts = [_act(kind, tab, chance) for _ in range(many)]
            answers = await asyncio.gather(*(person.send(exercise, *acts) for _ in range(times)))
            assert all(answer.keys() == answers[0].keys() for answer in answers), answers
            await self.heard.note(exercise, own, acts, answers[0])


def _act(kind: ExerciseKind, tab: int, chance: random.Random) -> PersonsAct:
    """Each tab of a person scores a touchpoint of its own, so that one knows which score came last."""
    if kind is ExerciseKind.COLLECT:
        return WriteCard(id=new_id(), card=new_id(), words=f"Idea {chance.random()}", place=chance.choice(OPTIONS).id)
    if kind is ExerciseKind.FEEL:
        return ScoreTouchpoint(id=new_id(), touchpoint=OPTIONS[tab].id, emotion=chance.choice([*Emotion, None]))
    return CastDot(
        id=new_id(), dot=chance.randrange(1, BUDGET + 2), option=chance.choice(["", *(one.id for one in OPTIONS)])
    )


def _in_the_store(store: Store, meeting: Meeting) -> Counter[Said]:
    rows = store.rooms.since(meeting.room.id, 0, None).acts
    return Counter((row.exercise, row.key, _without_id(row.act)) for row in rows)  # type: ignore[arg-type]


def _scores(state: RoomState) -> dict[tuple[str, str, str], Emotion]:
    return {
        (exercise, person, touchpoint): emotion
        for exercise, felt in state.exercises.items()
        for (touchpoint, _), given in felt.scores.items()
        for person, emotion in given.items()
    }


def _most_on_one_option(voted: ExerciseState) -> int:
    return max(Counter((person, option) for (person, _), option in voted.dots.items()).values(), default=0)
