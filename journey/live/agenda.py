"""The agenda: what the room does one after the other, where the time stands, and how far behind it is."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import AwareDatetime, Field, StringConstraints

from journey.live.exercise import Collected, ExerciseKind
from journey.live.timer import MINUTE
from journey.model import Id, Language, Value, new_id
from journey.model.text import Line, Text

MOST_ITEMS = 60
STEPS = ("goals", "personas", "touchpoints", "map", "analysis")

AgendaStep = Annotated[str, StringConstraints(pattern=rf"^({'|'.join(STEPS)}|)$")]


class AgendaItem(Value):
    """Something that the room does: in `step` ("" = none of the five: welcome, break, close), for `minutes`; `text` is for
    the facilitator. `exercise` is the kind of what it begins with, None for talk alone, `collects` what a collection is of,
    `each_persona` whether feelings are scored for every persona, `in_groups` whether small groups work apart where there are
    some. `prepared` is the exercise that was made for it, `begun_at` when it was begun last (UTC)."""

    id: Id
    title: Line = ""
    text: Text = ""
    step: AgendaStep = ""
    minutes: Annotated[int, Field(ge=0, le=24 * 60)] = 10
    exercise: ExerciseKind | None = None
    collects: Collected | None = None
    each_persona: bool = False
    in_groups: bool = False
    prepared: Id | None = None
    begun_at: AwareDatetime | None = None


class Agenda(Value):
    """Items in their order. `current` is the one that the room is at, None before the start and after the end;
    `started_at` and `ended_at` are UTC."""

    items: Annotated[tuple[AgendaItem, ...], Field(max_length=MOST_ITEMS)] = ()
    current: Id | None = None
    started_at: AwareDatetime | None = None
    ended_at: AwareDatetime | None = None

    @property
    def minutes(self) -> int:
        """How long all items take."""
        return sum(item.minutes for item in self.items)

    def item(self, item_id: str | None) -> AgendaItem | None:
        """The item with this id; None when there is none."""
        return next((item for item in self.items if item.id == item_id), None)


@dataclass(frozen=True)
class AgendaStanding:
    """Where the time stands. `left`: seconds until the current item should end (below zero: over). `behind`: how many
    seconds later than planned the room ends if every item that is still to come takes its minutes (below zero: ahead).
    `ends_at`: when that is."""

    current: AgendaItem | None
    next: AgendaItem | None
    left: float
    behind: float
    ends_at: datetime | None


def standing(agenda: Agenda, now: datetime) -> AgendaStanding:
    """Where the agenda stands. Before its start and after its end nothing is left and nothing is behind."""
    current = agenda.item(agenda.current)
    if agenda.started_at is None or agenda.ended_at or current is None:
        first = agenda.items[0] if agenda.items and agenda.started_at is None else None
        return AgendaStanding(None, first, 0.0, 0.0, agenda.ended_at)
    place = agenda.items.index(current)
    spent = (now - agenda.started_at).total_seconds()
    in_this = (now - (current.begun_at or agenda.started_at)).total_seconds()
    left = current.minutes * MINUTE - in_this
    before = sum(item.minutes for item in agenda.items[:place]) * MINUTE
    behind = spent - in_this - before + max(0.0, -left)
    rest = max(0.0, left) + sum(item.minutes for item in agenda.items[place + 1 :]) * MINUTE
    following = agenda.items[place + 1] if place + 1 < len(agenda.items) else None
    return AgendaStanding(current, following, left, behind, datetime.fromtimestamp(now.timestamp() + rest, now.tzinfo))


def gone_to(agenda: Agenda, item_id: str | None, now: datetime) -> Agenda:
    """The agenda with another item begun now: the next one, or any. None ends it. An unknown item changes nothing; the one
    that the room is at goes on as it does."""
    if item_id is None:
        return agenda.model_copy(update={"current": None, "ended_at": now if agenda.started_at else None})
    if agenda.item(item_id) is None or item_id == agenda.current:
        return agenda
    items = tuple(i.model_copy(update={"begun_at": now}) if i.id == item_id else i for i in agenda.items)
    started = {"current": item_id, "started_at": agenda.started_at or now, "ended_at": None}
    return agenda.model_copy(update={"items": items, **started})


def edited(agenda: Agenda, items: Sequence[AgendaItem]) -> Agenda:
    """The agenda with its items edited, moved, added or left out. An item that the room is at and that is left out leaves
    the room at none. pydantic.ValidationError beyond 60 items."""
    current = agenda.current if agenda.current in {item.id for item in items} else None
    return Agenda.model_validate({**dict(agenda), "items": tuple(items), "current": current})


class ReadyAgenda(Value):
    """An agenda to begin with, in one language. `id` is its name in the data."""

    id: str
    name: str
    summary: str
    agenda: Agenda


def ready_agendas(language: Language) -> tuple[ReadyAgenda, ...]:
    """The agendas to choose from, in one language, the shortest first; their items have fresh ids."""
    return tuple(_ready(entry, language) for entry in _entries())


def _ready(entry: dict[str, Any], language: Language) -> ReadyAgenda:
    items = tuple(
        AgendaItem(
            id=new_id(),
            title=item["title"][language],
            text=item["text"][language],
            step=item.get("step", ""),
            minutes=item["minutes"],
            exercise=item.get("exercise"),
            collects=item.get("collects"),
            each_persona=item.get("each_persona", False),
            in_groups=item.get("in_groups", False),
        )
        for item in entry["items"]
    )
    return ReadyAgenda(
        id=entry["id"], name=entry["name"][language], summary=entry["summary"][language], agenda=Agenda(items=items)
    )


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads((Path(__file__).parent / "agendas.toml").read_text("utf-8"))["agendas"])
