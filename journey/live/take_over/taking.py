"""A change that takes over from the room, while it is made."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from journey.editing import Edit, kind_of, next_rank, put
from journey.live.exercise_state import ExerciseState
from journey.model import (
    LINE_LIMIT,
    Citation,
    Entity,
    EvidenceKind,
    Language,
    Source,
    Workshop,
)
from journey.texts import day as day_in_words
from journey.texts import number, text


def id_of(*parts: str) -> str:
    """The id in the workshop of something that comes from the room: the same however often it is taken over."""
    return f"live-{sha256('/'.join(parts).encode()).hexdigest()[:26]}"


class TakeOver:
    """The cards that a take-over writes, and the source that they rest on: what a workshop says is an assumption until
    somebody asks customers, with as many asked as people were in the room."""

    def __init__(
        self,
        workshop: Workshop,
        state: ExerciseState,
        people: int,
        day: date,
        chosen: frozenset[str] | None,
        *,
        groups: Mapping[str, str],
        phase: str = "",
    ) -> None:
        self.workshop, self.state, self.exercise = workshop, state, state.exercise
        self.people, self.day, self.groups, self._chosen = people, day, groups, chosen
        self.phase = phase
        self.language: Language = workshop.frame.language
        self._written: dict[str, Entity] = {}
        self._cited: dict[str, Citation] = {}
        self._source = id_of("source", state.exercise.id)

    def is_chosen(self, *ids: str) -> bool:
        """Whether one of these is to be taken over. What was set aside is so only if it is chosen by itself."""
        if self._chosen is None:
            return not set(ids) <= set(self.exercise.set_aside)
        return any(each in self._chosen for each in ids)

    def find(self, entity_id: str) -> Entity | None:
        """A card as the take-over leaves it; None when there is none."""
        return self._written.get(entity_id) or self.workshop.find(entity_id)

    def collection(self, kind: str) -> tuple[Entity, ...]:
        """The cards of a kind as the take-over leaves them so far."""
        new = {card.id: card for card in self._written.values() if kind_of(card) == kind}
        held = (new.pop(card.id, card) for card in self.workshop.collection(kind))
        return (*held, *new.values())

    def rank(self, kind: str) -> float:
        """A rank behind all of a kind."""
        return next_rank(self.collection(kind))

    def write(self, card: Entity, field: str = "", note: str = "") -> None:
        """Create or replace a card; `field` of it ("" = all) rests on the room, with a note."""
        self._written[card.id] = card
        self.cite(card.id, field, note)

    def write_bare(self, card: Entity) -> None:
        """Create or replace a card that is no statement, so that nothing is cited for it."""
        self._written[card.id] = card

    def cite(self, card: str, field: str = "", note: str = "", about: str = "") -> None:
        """Say that a card rests on the room; `about` tells several citations of a field apart."""
        citation_id = id_of(self._source, card, field, about)
        held = self.workshop.find(citation_id)
        rank = held.rank if held else next_rank([*self.workshop.citations, *self._cited.values()])
        self._cited[citation_id] = Citation(
            id=citation_id, rank=rank, card=card, field=field, source=self._source, note=note[:LINE_LIMIT].strip()
        )

    def edits(self) -> list[Edit]:
        """The edits that write all this, the source first; none when nothing was written."""
        cards = [*self._written.values(), *self._cited.values()]
        if self._cited and self.workshop.find(self._source) is None:
            cards.insert(0, self._new_source())
        return put(self.workshop, *cards)

    def _new_source(self) -> Source:
        many = "one" if self.people == 1 else "many"
        title = text(
            f"live.source.{many}", self.language,
            people=number(self.people, self.language), day=day_in_words(self.day, self.language),
        )  # fmt: skip
        return Source(
            id=self._source, rank=self.rank("sources"), title=title, kind=EvidenceKind.ASSUMPTION, collected=self.day,
            sample_size=self.people, note=self.exercise.question,
        )  # fmt: skip
