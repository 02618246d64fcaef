"""What a team counts, guesses, judges and plans about its journey: cards like those of the map."""

from typing import Annotated

from pydantic import Field

from journey.model.choices import ActionState, Answer, FrictionTarget, MapState, Verdict
from journey.model.references import CardId, GoalId, PhaseId, TouchpointId
from journey.model.text import Line, Number, Text
from journey.model.values import Count, Day, Days, Entity, Factor, Level, Percent


class PhaseCount(Entity):
    """How many people reached a phase in a period (the period's name is free: "2026-Q3"). The first of a pair counts. `days` is the median number of days that people stay before they go on."""

    said_by = ("phase", "period")

    phase: PhaseId
    period: Line = ""
    count: Count
    days: Days | None = None


class Activity(Entity):
    """An activity of the team's event log, as far as the document keeps it: what it is matched to, by hand, and how
    often it was counted. `name` is as the log writes it; `phase` stands for an activity without a card; `ignored`: no
    step of the journey. `events` and `cases` (those with at least one such event) are of the log last counted."""

    said_by = ("name",)

    name: Annotated[Line, Field(min_length=1)]
    touchpoint: TouchpointId | None = None
    phase: PhaseId | None = None
    ignored: bool = False
    events: Count | None = None
    cases: Count | None = None


class Guess(Entity):
    """A blind estimate: which share of the people at the phase before reach `phase`, in percent, as somebody guessed
    before the numbers were shown. Of two guesses of an author for a phase the first counts."""

    said_by = ("phase", "author")

    author: Line = ""
    phase: PhaseId
    share: Percent | None = None


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


class FindingAnswer(Entity):
    """What the team said to a finding: `rule` and `subject` (a phase, a card, or "" for the whole journey) name it,
    `evidence` is the fingerprint of what it rested on. With other evidence the finding is open again."""

    rule: Line = ""
    subject: Line = ""
    verdict: Verdict
    reason: Text = ""
    evidence: Line = ""


class Action(Entity):
    """Something the team will do: from an accepted finding (`rule`, `subject`), or to find out what nobody knew. `reason`
    says why it was dropped, `done` on which day it was done.

    What it shall move is a goal, the step into a phase, a touchpoint's emotion, or a figure of its own; the first that is
    there counts. `before`, `target` and `after` are that figure's values: for a step percentages, for an emotion scores, else
    in `unit`. Of a percentage `people_before` and `people_after` say of how many people it is."""

    said_by = ("title",)

    title: Line = ""
    phase: PhaseId | None = None
    owner: Line = ""
    due: Day | None = None
    state: ActionState = ActionState.OPEN
    done: Day | None = None
    reason: Text = ""
    goal: GoalId | None = None
    step: PhaseId | None = None
    touchpoint: TouchpointId | None = None
    figure: Line = ""
    unit: Line = ""
    before: Number | None = None
    people_before: Count | None = None
    target: Number | None = None
    after: Number | None = None
    people_after: Count | None = None
    rule: Line = ""
    subject: Line = ""
    note: Text = ""


class Priority(Entity):
    """How much something is worth and what it costs, from 1 (little) to 5 (much): a card (a touchpoint, an idea), a pain
    point (`pain`, a line of the touchpoint `card`), or what the rule `rule` finds in a phase or at a card. `subject` is what
    it was called then. One a subject; the first counts."""

    said_by = ("subject",)

    subject: Annotated[Line, Field(min_length=1)]
    card: CardId | None = None
    pain: Line = ""
    rule: Line = ""
    phase: PhaseId | None = None
    value_customers: Level | None = None
    value_firm: Level | None = None
    effort: Level | None = None
    note: Text = ""


class AuditAnswer(Entity):
    """An answer of the self-audit. `question` is a question's id; `phase` the phase it was asked for (None = the whole
    firm). The first answer to a question counts."""

    question: Line = ""
    phase: PhaseId | None = None
    answer: Answer
    note: Line = ""
