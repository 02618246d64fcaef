"""The cards of a workshop: frozen values with an id and a rank. Texts are normalised by their types.

An entity is valid alone: it may name a persona, phase or touchpoint that is gone (two people edit at once),
and every reader passes over such a name.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from journey.model.choices import (
    ActionState,
    Answer,
    Ask,
    Channel,
    Emotion,
    EvidenceKind,
    FrictionTarget,
    GoalKind,
    Language,
    MapState,
    Measurability,
    Media,
    Perspective,
    RelationKind,
    Scope,
    Setting,
    Verdict,
    Zone,
)
from journey.model.ids import Id
from journey.model.text import Line, Number, Text

Level = Annotated[int, Field(ge=1, le=5)]
Count = Annotated[int, Field(ge=0, le=10**12)]
Percent = Annotated[Number, Field(ge=0, le=100)]
Few = Field(max_length=100)
"""Lists inside a card: what one cell of a spreadsheet can hold."""
Days = Annotated[Number, Field(ge=0, le=100_000)]
Factor = Annotated[Number, Field(gt=0, le=1_000)]
FIRST_DAY = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike."""


class Value(BaseModel):
    """A frozen value that refuses unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entity(Value):
    """A card: `rank` orders it among its kind (smaller first, ties by id)."""

    id: Id
    rank: Number = 0.0


class Frame(Entity):
    """The workshop's frame and the planning answers that belong to no phase (article D). Its id is the workshop's."""

    title: Line = ""
    organisation: Line = ""
    language: Language = Language.DE
    scope: Scope = Scope.ALL
    phase_model: Id = "aida-plus"
    well_known_brand: bool = False
    currency: Line = "EUR"
    end_action: Text = ""
    feelings: Text = ""
    effects: Text = ""
    company_values: Text = ""
    ask_ladder: Annotated[tuple[Ask, ...], Few] = tuple(Ask)


class Phase(Value):
    """A phase of an own model. Built-in phases have the same shape in each language (phases/)."""

    id: Id
    name: Line
    meaning: Text = ""
    question: Line = ""
    zone: Zone = Zone.BEFORE


class OwnModel(Entity):
    """A phase model made by the team: 3 to 12 phases with different ids."""

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

    phase: Id
    content: Text = ""
    note: Text = ""


class Goal(Entity):
    """What the map shall achieve, for the company or for its customers. Baseline and target are in `unit`."""

    title: Line = ""
    perspective: Perspective = Perspective.COMPANY
    kind: GoalKind = GoalKind.OWN
    metric: Line = ""
    baseline: Number | None = None
    target: Number | None = None
    unit: Line = ""
    due: date | None = Field(default=None, ge=FIRST_DAY)
    note: Text = ""


class Source(Entity):
    """An evidence source: where a statement came from. `sample_size` counts people asked or records read."""

    title: Line = ""
    kind: EvidenceKind = EvidenceKind.ASSUMPTION
    collected: date | None = Field(default=None, ge=FIRST_DAY)
    sample_size: Count | None = None
    note: Text = ""


class Citation(Entity):
    """Says that a statement rests on a source: `card` is any entity's id, `field` one of its fields ("" = the whole card)."""

    card: Id
    field: Line = ""
    source: Id
    note: Line = ""


class Persona(Entity):
    """A buyer persona, one a customer segment. `share` is the segment's part of all customers in percent; `avatar` seeds the drawing."""

    name: Line = ""
    avatar: Annotated[int, Field(ge=0, le=9_999)] = 0
    segment: Line = ""
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

    persona: Id
    emotion: Emotion


class Touchpoint(Entity):
    """A contact point. `phase` is a phase id of the workshop's model; `pain_points` holds one a line. `setting` and
    `media` are what a person chose; None = nobody did, then they follow from channel and title (see journey.derived).
    `personas` names those it matters to; where it names none that is there, it matters to all."""

    title: Line = ""
    phase: Id
    channel: Channel = Channel.OTHER
    place: Line = ""
    setting: Setting | None = None
    media: Media | None = None
    measurability: Measurability = Measurability.UNKNOWN
    personas: Annotated[tuple[Id, ...], Few] = ()
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


class Relation(Entity):
    """How one touchpoint acts on another. `next_customer`: the effect falls on somebody else's journey (the loop closes)."""

    source: Id
    target: Id
    kind: RelationKind = RelationKind.LEADS_TO
    next_customer: bool = False
    note: Line = ""


class Campaign(Entity):
    """A way to lead people from one phase to another: traffic source plus call-to-action, always both (article A)."""

    title: Line = ""
    from_phase: Id
    to_phase: Id
    traffic_source: Line = ""
    call_to_action: Line = ""
    offer: Line = ""
    ask: Ask | None = None
    cost: Number | None = None
    note: Text = ""


class PhaseCount(Entity):
    """How many people reached a phase in a period (the period's name is free: "2026-Q3"). The first of a pair counts. `days` is the median number of days that people stay before they go on."""

    phase: Id
    period: Line = ""
    count: Count
    days: Days | None = None


class Activity(Entity):
    """An activity of the team's event log, as far as the document keeps it: what it is matched to, by hand, and how
    often it was counted. `name` is as the log writes it; `phase` stands for an activity without a card; `ignored`: no
    step of the journey. `events` and `cases` (those with at least one such event) are of the log last counted."""

    name: Annotated[Line, Field(min_length=1)]
    touchpoint: Id | None = None
    phase: Id | None = None
    ignored: bool = False
    events: Count | None = None
    cases: Count | None = None


class Guess(Entity):
    """A blind estimate: which share of the people at the phase before reach `phase`, in percent, as somebody guessed
    before the numbers were shown. Of two guesses of an author for a phase the first counts."""

    author: Line = ""
    phase: Id
    share: Percent | None = None


class Opportunity(Entity):
    """An idea for doing better, in a phase and maybe at a touchpoint. Impact and effort from 1 (low) to 5 (high)."""

    title: Line = ""
    phase: Id
    touchpoint: Id | None = None
    description: Text = ""
    impact: Level | None = None
    effort: Level | None = None


class Friction(Entity):
    """What a purchase or the leaving of data asks of people, counted once as it is and once as it shall be."""

    target: FrictionTarget = FrictionTarget.PURCHASE
    state: MapState = MapState.AS_IS
    clicks: Count | None = None
    inputs: Count | None = None
    forced_account: Answer = Answer.UNKNOWN
    hidden_costs: Answer = Answer.UNKNOWN
    requirements: Text = ""
    note: Text = ""


class FindingAnswer(Entity):
    """What the team said to a finding: `rule` and `subject` (a phase, a card, or "" for the whole journey) name it,
    `evidence` is the fingerprint of what it rested on. With other evidence the finding is open again."""

    rule: Line = ""
    subject: Line = ""
    verdict: Verdict
    reason: Text = ""
    evidence: Line = ""


class Action(Entity):
    """Something the team will do: from an accepted finding (`rule`, `subject`), or to find out what nobody knew."""

    title: Line = ""
    phase: Id | None = None
    owner: Line = ""
    due: date | None = None
    state: ActionState = ActionState.OPEN
    rule: Line = ""
    subject: Line = ""
    note: Text = ""


class AuditAnswer(Entity):
    """An answer of the self-audit. `question` is a question's id; `phase` the phase it was asked for (None = the whole
    firm). The first answer to a question counts."""

    question: Line = ""
    phase: Id | None = None
    answer: Answer
    note: Line = ""


class Estimate(Entity):
    """Figures for money at stake and for care against win-back, in the workshop's currency, for one period (its name is
    free). `win_back_factor`: article C claims that winning back costs almost three times as much as good care."""

    period: Line = ""
    order_value: Number | None = None
    care_cost: Number | None = None
    lost_customers: Count | None = None
    win_back_factor: Factor = 3.0
    asked_recommendations: Count | None = None
    unasked_recommendations: Count | None = None
