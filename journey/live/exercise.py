"""An exercise of the room: one question, some minutes, and what is asked of each person."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field, StringConstraints

from journey.live.timer import MINUTE, Timer
from journey.model import Id, Value
from journey.model.text import Line
from journey.model.values import Percent

MOST_OPTIONS = 3_000
MOST_DOTS = 100
MOST_SET_ASIDE = 20_000


class ExerciseKind(StrEnum):
    COLLECT = "collect"
    GROUP = "group"
    FEEL = "feel"
    ESTIMATE = "estimate"
    VOTE = "vote"
    CHECK = "check"
    COMMIT = "commit"


class ExerciseStage(StrEnum):
    """Prepared: nobody sees it yet. Silent: people act, and see their own words and counts alone. Revealed: everybody sees
    everything. Done: nothing is taken any more."""

    PREPARED = "prepared"
    SILENT = "silent"
    REVEALED = "revealed"
    DONE = "done"


class Collected(StrEnum):
    """What the cards of a collection are to become."""

    GOALS = "goals"
    EVIDENCE = "evidence"
    PERSONA_FACTS = "persona_facts"
    TOUCHPOINTS = "touchpoints"
    PAIN_POINTS = "pain_points"
    CONTENT = "content"
    OPPORTUNITIES = "opportunities"
    ACTIONS = "actions"


class PersonaFact(StrEnum):
    """The field of a persona that facts go to, a line each."""

    GOALS = "goals"
    MOTIVES = "motives"
    PAINS = "pains"
    VALUES = "values"
    DEMOGRAPHICS = "demographics"


PlaceId = Annotated[str, StringConstraints(max_length=64)]
"""The id of a phase, touchpoint or persona; "" for none."""


class Option(Value):
    """Something that people act on, as it was when the exercise was made: a place where cards go (collect), a card (group,
    vote), a touchpoint (feel, vote), a phase (estimate), a finding, an opportunity (vote). `place` is where a card lies,
    `group` the small group that it came from: its name, of a card that is to be grouped its id."""

    id: Id
    words: Line = ""
    place: PlaceId = ""
    group: Line = ""


class CheckedFinding(Value):
    """The critic's finding that is put to the room: `rule`, `subject` (a phase, a card, "" for the journey) and `evidence`
    name it as in an answer to it."""

    rule: Line
    subject: Line = ""
    evidence: Line = ""


class MeasuredStep(Value):
    """Which share of the people at the phase before were counted at `phase`, in percent."""

    phase: Id
    share: Percent


class Exercise(Value):
    """An exercise with the settings of every kind; each kind reads its own.

    `options`: collect: the phases, touchpoints or personas that a card may be put to (none = cards have no place); group:
    the cards to be grouped; feel: the touchpoints; estimate: the reached phases; vote: what is voted on.
    `collects` and `fact` (of personas): collect. `personas`: feel, who is felt for (none = one common score).
    `budget` dots a person, at most `per_option` of them on one option: vote. `finding`: check.
    `measured`: estimate, what was counted, from the reveal on.
    `in_groups`: phones see the cards of their own small group. `minutes` is what the timer begins with; `begun_at` is when
    it began (UTC). `set_aside`: cards that shall not be taken over.
    """

    id: Id
    kind: ExerciseKind
    question: Line = ""
    minutes: Annotated[int, Field(ge=0, le=24 * 60)] = 5
    stage: ExerciseStage = ExerciseStage.PREPARED
    timer: Timer = Field(default_factory=Timer)
    options: Annotated[tuple[Option, ...], Field(max_length=MOST_OPTIONS)] = ()
    collects: Collected = Collected.OPPORTUNITIES
    fact: PersonaFact = PersonaFact.PAINS
    personas: Annotated[tuple[Option, ...], Field(max_length=MOST_DOTS)] = ()
    budget: Annotated[int, Field(ge=1, le=MOST_DOTS)] = 3
    per_option: Annotated[int, Field(ge=1, le=MOST_DOTS)] = 1
    finding: CheckedFinding | None = None
    measured: Annotated[tuple[MeasuredStep, ...], Field(max_length=MOST_OPTIONS)] = ()
    in_groups: bool = False
    begun_at: AwareDatetime | None = None
    set_aside: Annotated[tuple[PlaceId, ...], Field(max_length=MOST_SET_ASIDE)] = ()

    @property
    def takes_acts(self) -> bool:
        """Whether anybody can act on it: it has begun and is not done."""
        return self.stage in (ExerciseStage.SILENT, ExerciseStage.REVEALED)

    @property
    def is_open_to_all(self) -> bool:
        """Whether everything is shown to everybody."""
        return self.stage in (ExerciseStage.REVEALED, ExerciseStage.DONE)

    @property
    def hides(self) -> bool:
        """Whether people see their own words alone. What is to be grouped was shown before."""
        return not self.is_open_to_all and self.kind is not ExerciseKind.GROUP

    @property
    def is_shown(self) -> bool:
        """Whether it has begun and everybody sees what everybody says: what is grouped, also while the time runs."""
        return self.stage is not ExerciseStage.PREPARED and not self.hides

    @property
    def is_to_be_revealed(self) -> bool:
        """Whether people act in silence, and what comes next is the reveal."""
        return self.stage is ExerciseStage.SILENT and self.hides


def started(exercise: Exercise, now: datetime) -> Exercise:
    """The exercise, silent, its timer going. One that has begun stays as it is."""
    if exercise.stage is not ExerciseStage.PREPARED:
        return exercise
    timer = Timer(length=exercise.minutes * MINUTE).going(now)
    return exercise.model_copy(update={"stage": ExerciseStage.SILENT, "timer": timer, "begun_at": now})


def revealed(exercise: Exercise, now: datetime, measured: Mapping[str, float] | None = None) -> Exercise:
    """The exercise with everything shown, its timer standing. Only a silent one can be revealed. `measured`: the shares that
    were counted of what was guessed, percent by phase."""
    if exercise.stage is not ExerciseStage.SILENT:
        return exercise
    timer, known = exercise.timer.paused(now), measured or {}
    steps = tuple(MeasuredStep(phase=one.id, share=known[one.id]) for one in exercise.options if one.id in known)
    return exercise.model_copy(update={"stage": ExerciseStage.REVEALED, "timer": timer, "measured": steps})


def finished(exercise: Exercise, now: datetime) -> Exercise:
    """The exercise, done: what was said stays, nothing is taken any more."""
    if exercise.stage is ExerciseStage.PREPARED:
        return exercise
    return exercise.model_copy(update={"stage": ExerciseStage.DONE, "timer": exercise.timer.paused(now)})


def timed(exercise: Exercise, timer: Timer) -> Exercise:
    """The exercise with another timer: `timed(it, it.timer.paused(now))`, `.going(now)`, `.longer()`."""
    return exercise.model_copy(update={"timer": timer})


def proposed_budget(options: int) -> int:
    """How many dots a person may have for so many options: about a quarter of them, at least one, at most twenty."""
    return max(1, min(20, (options + 2) // 4))
