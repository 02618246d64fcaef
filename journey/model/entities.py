"""The cards of a workshop: frozen values with an id and a rank. Texts are normalised by their types.

An entity is valid alone: it may name a persona, phase or touchpoint that is gone (two people edit at once),
and every reader passes over such a name.
"""

from typing import Annotated

from pydantic import Field, field_validator

from journey.model.choices import (
    Ask,
    Channel,
    Emotion,
    EvidenceKind,
    GoalKind,
    Language,
    Look,
    MapState,
    Measurability,
    Media,
    Perspective,
    RelationKind,
    Scope,
    Setting,
    Zone,
)
from journey.model.ids import Id
from journey.model.photo import Photo
from journey.model.references import CardId, ModelId, PersonaId, PhaseId, SourceId, TouchpointId
from journey.model.text import Line, Number, Text
from journey.model.values import Count, Day, Entity, Few, Level, Percent, Value


class Frame(Entity):
    """The workshop's frame and the planning answers that belong to no phase (article D). Its id is the workshop's. `tags`
    holds one a line: what the list of workshops is sorted by.
    `customer_weight`: how much of a priority's value is the value for customers, in percent; the rest is the firm's."""

    said_by = ("title",)

    title: Line = ""
    organisation: Line = ""
    language: Language = Language.DE
    scope: Scope = Scope.ALL
    phase_model: ModelId = "aida-plus"
    well_known_brand: bool = False
    currency: Line = "EUR"
    end_action: Text = ""
    feelings: Text = ""
    effects: Text = ""
    company_values: Text = ""
    ask_ladder: Annotated[tuple[Ask, ...], Few] = tuple(Ask)
    tags: Text = ""
    customer_weight: Percent = 50.0


class Phase(Value):
    """A phase of an own model. Built-in phases have the same shape in each language (phases/)."""

    id: Id
    name: Line
    meaning: Text = ""
    question: Line = ""
    zone: Zone = Zone.BEFORE


class OwnModel(Entity):
    """A phase model made by the team: 3 to 12 phases with different ids."""

    said_by = ("name",)

    name: Line
    phases: Annotated[tuple[Phase, ...], Field(min_length=3, max_length=12)]

    @field_validator("phases")
    @classmethod
    def _different(cls, phases: tuple[Phase, ...]) -> tuple[Phase, ...]:
        if len({phase.id for phase in phases}) < len(phases):
            raise ValueError("two phases have the same id")
        return phases


class PhaseNote(Entity):
    """What a phase needs: the planning question about content per phase (article D). One a phase; the first counts."""

    said_by = ("phase",)

    phase: PhaseId
    content: Text = ""
    note: Text = ""


class Goal(Entity):
    """What the map shall achieve, for the company or for its customers. Baseline and target are in `unit`."""

    said_by = ("title",)

    title: Line = ""
    perspective: Perspective = Perspective.COMPANY
    kind: GoalKind = GoalKind.OWN
    metric: Line = ""
    baseline: Number | None = None
    target: Number | None = None
    unit: Line = ""
    due: Day | None = None
    note: Text = ""


class Source(Entity):
    """An evidence source: where a statement came from. `sample_size` counts people asked or records read."""

    said_by = ("title",)

    title: Line = ""
    kind: EvidenceKind = EvidenceKind.ASSUMPTION
    collected: Day | None = None
    sample_size: Count | None = None
    note: Text = ""


class Citation(Entity):
    """Says that a statement rests on a source: `card` is any entity's id, `field` one of its fields ("" = the whole card)."""

    said_by = ("source",)

    card: CardId
    field: Line = ""
    source: SourceId
    note: Line = ""


class Persona(Entity):
    """A buyer persona, one a customer segment. `share` is the segment's part of all customers in percent; segments with
    the same `cluster` belong together. `photo` is the portrait where there is one; else it is drawn: `looks` is what somebody
    chose for it (of two that exclude each other the first counts), `avatar` seeds the rest."""

    said_by = ("name",)

    name: Line = ""
    avatar: Annotated[int, Field(ge=0, le=9_999)] = 0
    looks: Annotated[tuple[Look, ...], Few] = ()
    photo: Photo = ""
    segment: Line = ""
    cluster: Line = ""
    share: Percent | None = None
    demographics: Text = ""
    career_level: Line = ""
    quote: Text = ""
    values: Text = ""
    goals: Text = ""
    motives: Text = ""
    pains: Text = ""
    channels: Annotated[tuple[Channel, ...], Few] = ()


class PersonaEmotion(Value):
    """How one persona feels at a touchpoint, where this differs from `Touchpoint.emotion`."""

    persona: PersonaId
    emotion: Emotion


class Touchpoint(Entity):
    """A contact point. `phase` is a phase id of the workshop's model; `pain_points` holds one a line. `setting` and
    `media` are what a person chose; None = nobody did, then they follow from channel and title (see journey.derived).
    `personas` names those it matters to; where it names none that is there, it matters to all. What `future_…` says is how
    it shall be; empty = as today, which says nothing about getting better. `future_gone`: it shall go."""

    said_by = ("title",)

    title: Line = ""
    phase: PhaseId
    channel: Channel = Channel.OTHER
    place: Line = ""
    setting: Setting | None = None
    media: Media | None = None
    measurability: Measurability = Measurability.UNKNOWN
    personas: Annotated[tuple[PersonaId, ...], Few] = ()
    doing: Text = ""
    thinking: Text = ""
    asking: Text = ""
    emotion: Emotion | None = None
    persona_emotions: Annotated[tuple[PersonaEmotion, ...], Few] = ()
    pain_points: Text = ""
    content: Text = ""
    call_to_action: Line = ""
    moment_of_truth: bool = False
    owner: Line = ""
    state: MapState = MapState.AS_IS
    future_channel: Channel | None = None
    future_emotion: Emotion | None = None
    future_content: Text = ""
    future_gone: bool = False

    @property
    def has_future(self) -> bool:
        """Whether something is said of how it shall be."""
        return self.future_channel is not None or self.future_emotion is not None or bool(self.future_content)


class Relation(Entity):
    """How one touchpoint acts on another. `next_customer`: the effect falls on somebody else's journey (the loop closes)."""

    said_by = ("source", "target")
    between = " → "

    source: TouchpointId
    target: TouchpointId
    kind: RelationKind = RelationKind.LEADS_TO
    next_customer: bool = False
    note: Line = ""


class Campaign(Entity):
    """A way to lead people from one phase to another: traffic source plus call-to-action, always both (article A)."""

    said_by = ("title",)

    title: Line = ""
    from_phase: PhaseId
    to_phase: PhaseId
    traffic_source: Line = ""
    call_to_action: Line = ""
    offer: Line = ""
    ask: Ask | None = None
    cost: Number | None = None
    note: Text = ""


class Opportunity(Entity):
    """An idea for doing better, in a phase and maybe at a touchpoint. Impact and effort from 1 (low) to 5 (high)."""

    said_by = ("title",)

    title: Line = ""
    phase: PhaseId
    touchpoint: TouchpointId | None = None
    description: Text = ""
    impact: Level | None = None
    effort: Level | None = None
