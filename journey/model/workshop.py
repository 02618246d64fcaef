"""The document: one immutable workshop, its collections sorted by rank, its JSON the same on every machine."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, Self, TypeVar

from pydantic import ValidationError, field_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from journey.model.assessment import (
    Action,
    Activity,
    AuditAnswer,
    Estimate,
    FindingAnswer,
    Friction,
    Guess,
    PhaseCount,
    Priority,
)
from journey.model.entities import (
    Campaign,
    Citation,
    Frame,
    Goal,
    Opportunity,
    OwnModel,
    Persona,
    PhaseNote,
    Relation,
    Source,
    Touchpoint,
)
from journey.model.ids import keyed_id, new_id
from journey.model.rounds import MarketEvent, Round
from journey.model.settings import KnownLog, OwnLimit, SilencedRule
from journey.model.values import Entity, Value

AnyEntity = TypeVar("AnyEntity", bound=Entity)

FORMAT_VERSION = 4
"""The number of the document's own format. It rises when an older app would misread a newer document or refuse it for
another reason than its age, as for every new field, kind and choice; then the store gets a revision.
1: setting and media of a touchpoint always had a value. 2: they may be null = nobody chose.
3: personas have looks, a photo and a cluster. 4: rounds, actions that are judged, limits of one's own, a touchpoint's future,
how a log was read, priorities."""

COLLECTIONS: dict[str, type[Entity]] = {
    "models": OwnModel,
    "phase_notes": PhaseNote,
    "goals": Goal,
    "sources": Source,
    "personas": Persona,
    "touchpoints": Touchpoint,
    "relations": Relation,
    "campaigns": Campaign,
    "counts": PhaseCount,
    "activities": Activity,
    "guesses": Guess,
    "opportunities": Opportunity,
    "citations": Citation,
    "frictions": Friction,
    "audit": AuditAnswer,
    "estimates": Estimate,
    "answers": FindingAnswer,
    "actions": Action,
    "events": MarketEvent,
    "rounds": Round,
    "limits": OwnLimit,
    "silenced": SilencedRule,
    "logs": KnownLog,
    "priorities": Priority,
}
"""Every collection of a workshop and what it holds, in the order of the five steps."""

FRAME = "frame"
KINDS: dict[str, type[Entity]] = {FRAME: Frame, **COLLECTIONS}
"""Everything that a change can touch: the frame and the collections."""


class UnreadableWorkshop(ValueError):
    """The text is not a workshop of this format; the message says where."""


class NewerWorkshop(UnreadableWorkshop):
    """The text is a workshop of a format that only newer apps know."""


_NEWER = "newer_format"


class Workshop(Value):
    """A whole workshop. Collections are sorted by (rank, id); ids are unique in the whole document."""

    format_version: int = FORMAT_VERSION
    frame: Frame
    models: tuple[OwnModel, ...] = ()
    phase_notes: tuple[PhaseNote, ...] = ()
    goals: tuple[Goal, ...] = ()
    sources: tuple[Source, ...] = ()
    personas: tuple[Persona, ...] = ()
    touchpoints: tuple[Touchpoint, ...] = ()
    relations: tuple[Relation, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    counts: tuple[PhaseCount, ...] = ()
    activities: tuple[Activity, ...] = ()
    guesses: tuple[Guess, ...] = ()
    opportunities: tuple[Opportunity, ...] = ()
    citations: tuple[Citation, ...] = ()
    frictions: tuple[Friction, ...] = ()
    audit: tuple[AuditAnswer, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    answers: tuple[FindingAnswer, ...] = ()
    actions: tuple[Action, ...] = ()
    events: tuple[MarketEvent, ...] = ()
    rounds: tuple[Round, ...] = ()
    limits: tuple[OwnLimit, ...] = ()
    silenced: tuple[SilencedRule, ...] = ()
    logs: tuple[KnownLog, ...] = ()
    priorities: tuple[Priority, ...] = ()

    @field_validator("format_version")
    @classmethod
    def _known_format(cls, version: int) -> int:
        if not 1 <= version <= FORMAT_VERSION:
            kind = _NEWER if version > FORMAT_VERSION else "unknown_format"
            about = {"version": version, "known": FORMAT_VERSION}
            raise PydanticCustomError(
                kind, "format version {version} is not known; this app reads up to {known}", about
            )
        return FORMAT_VERSION

    @field_validator(*COLLECTIONS)
    @classmethod
    def _sorted(cls, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        return in_order(entities)

    def model_post_init(self, _context: Any, /) -> None:
        seen = {self.frame.id}
        for kind in COLLECTIONS:
            for entity in self.collection(kind):
                if entity.id in seen:
                    raise ValueError(f"{kind}: the id {entity.id} is used twice")
                seen.add(entity.id)

    def collection(self, kind: str) -> tuple[Entity, ...]:
        """The entities of a kind ("frame" gives the one frame). KeyError for an unknown kind."""
        if kind == FRAME:
            return (self.frame,)
        if kind not in COLLECTIONS:
            raise KeyError(kind)
        entities: tuple[Entity, ...] = getattr(self, kind)
        return entities

    @cached_property
    def places(self) -> dict[str, tuple[str, Entity]]:
        """Every id of the document with its kind and entity."""
        return {entity.id: (kind, entity) for kind in KINDS for entity in self.collection(kind)}

    def find(self, entity_id: str) -> Entity | None:
        """The entity with this id, whatever its kind; None when it is gone."""
        place = self.places.get(entity_id)
        return place[1] if place else None

    def id_for(self, kind: str, *key: str | None) -> str:
        """The id of a new card of which there is one a key (`keyed_id`); a fresh one where that card stands for something
        else by now, as after its period was changed in a workbook."""
        keyed = keyed_id(kind, *key)
        return new_id() if keyed in self.places else keyed

    def persona(self, entity_id: str) -> Persona | None:
        """The persona with this id; None when there is none."""
        found = self.find(entity_id)
        return found if isinstance(found, Persona) else None

    def touchpoint(self, entity_id: str) -> Touchpoint | None:
        """The touchpoint with this id; None when there is none."""
        found = self.find(entity_id)
        return found if isinstance(found, Touchpoint) else None

    def with_collection(self, kind: str, entities: Iterable[Entity]) -> "Workshop":
        """This workshop with one collection exchanged; entities must already be valid. ValueError for an id used twice."""
        return self.exchanged({kind: entities})

    def with_frame(self, frame: Frame) -> "Workshop":
        """This workshop with its frame exchanged."""
        return self.exchanged({}, frame)

    def exchanged(self, collections: Mapping[str, Iterable[Entity]], frame: Frame | None = None) -> "Workshop":
        """This workshop with several collections and maybe its frame exchanged at once; entities must already be valid.
        ValueError for an id used twice."""
        fields: dict[str, Any] = {name: getattr(self, name) for name in type(self).model_fields}
        fields.update({kind: in_order(entities) for kind, entities in collections.items()}, frame=frame or self.frame)
        return type(self).model_construct(**fields)

    def to_json(self) -> str:
        """The document's own format: indented JSON with every field, in a fixed order, ending in a line break."""
        return self.model_dump_json(indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """Read `to_json`'s format. UnreadableWorkshop says where the text is wrong, NewerWorkshop that it is too new."""
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            kind = NewerWorkshop if first["type"] == _NEWER else UnreadableWorkshop
            raise kind(_said(first)) from error
        except ValueError as error:
            raise UnreadableWorkshop(str(error)) from error


def in_order(entities: Iterable[AnyEntity]) -> tuple[AnyEntity, ...]:
    """Entities by rank, ties by id."""
    return tuple(sorted(entities, key=lambda entity: (entity.rank, entity.id)))


def _said(problem: ErrorDetails) -> str:
    where = ".".join(str(part) for part in problem["loc"])
    message = problem["msg"].removeprefix("Value error, ")
    return f"{where}: {message}" if where else message
