"""What a copy to take home tells, in words and in one language: every format draws from it."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from operator import attrgetter
from typing import Any

from journey.actions import Judgement
from journey.audit import Score
from journey.audit.told import audited
from journey.charts.kit.feelings import score
from journey.critic import Finding, Severity, findings, listed, open_findings
from journey.exchange.layout.cells import ReferenceCells, ReferencesCells
from journey.exchange.layout.columns import Column
from journey.exchange.layout.labels import Labels, labels_of
from journey.exchange.layout.lean_sheet import Cell
from journey.exchange.layout.tables import table
from journey.future import Coming, as_it_shall_be, both_maps, both_sides, has_future, sides_of
from journey.journey_map import JourneyMap, MapColumn, journey_map
from journey.model import PHASES, Action, Emotion, Entity, Goal, Language, Opportunity, Persona, Touchpoint, Workshop
from journey.numbers import Funnel, newest_funnel, periods
from journey.phases import PhaseModel, model_of
from journey.priorities import Weighed, weighed_by_counts
from journey.rounds import SinceRound, judged_over_rounds, since_last_round
from journey.texts import day, number, percent, text, typed_percent

MOST_FINDINGS = 5
"""So many findings go along: those that matter most."""


@dataclass(frozen=True)
class CardFact:
    """A field of a card: what it is called, and what stands in it."""

    word: str
    said: str


@dataclass(frozen=True)
class Takeaway:
    """A workshop as it is told in a language."""

    workshop: Workshop
    language: Language
    _shown: dict[str, tuple[tuple[str, str, Callable[[Any], Cell]], ...]] = field(default_factory=dict)

    @cached_property
    def model(self) -> PhaseModel:
        """The phase model."""
        return model_of(self.workshop, self.language)

    @cached_property
    def labels(self) -> Labels:
        """Names for ids."""
        return labels_of(self.workshop, self.language)

    @cached_property
    def journey(self) -> JourneyMap:
        """Everybody's map."""
        return journey_map(self.workshop, self.model)

    @cached_property
    def today(self) -> "Takeaway":
        """The workshop as the first map shows it: without what is only planned, where something is said to change."""
        today, _ = both_maps(self.workshop)
        return self if today is self.workshop else Takeaway(today, self.language)

    @cached_property
    def to_be(self) -> "Takeaway | None":
        """The workshop as it shall be; None where nothing is said to change."""
        return Takeaway(as_it_shall_be(self.workshop), self.language) if has_future(self.workshop) else None

    @cached_property
    def coming(self) -> Mapping[str, str]:
        """What becomes of touchpoints ("is new"), in words, by their ids; without those that stay as they are."""
        sides = (both_sides(card) for card in self.workshop.touchpoints)
        return {each.card.id: text(f"future.coming_{each.coming}", self.language) for each in sides if each.coming}

    @cached_property
    def gone(self) -> str:
        """Which touchpoints there are today and shall not be; "" for none."""
        gone = [each.card for each in sides_of(self.workshop, self.model) if each.coming is Coming.GONE]
        titles = ", ".join(card.title or self.untitled for card in gone)
        return text("future.map_gone", self.language, titles=titles) if gone else ""

    @cached_property
    def period(self) -> str:
        """The newest period that was counted; "" without counts or without a name."""
        named = periods(self.workshop)
        return named[-1] if named else ""

    @cached_property
    def funnel(self) -> Funnel:
        """The funnel of the newest period."""
        return newest_funnel(self.workshop, self.model)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The open findings that matter most, without strengths and what is merely not filled in."""
        still = listed(open_findings(self._found, self.workshop))
        told = (each for each in still if each.severity is not Severity.STRENGTH)
        return tuple(each for each, _ in zip(told, range(MOST_FINDINGS), strict=False))

    @cached_property
    def audited(self) -> Mapping[str, Score]:
        """The points of the self-audit by phase; none where nobody has answered a question of it."""
        return audited(self.workshop, self._found, self.language)

    @cached_property
    def since(self) -> SinceRound | None:
        """What changed since the round that was closed last; None without one."""
        return since_last_round(self.workshop, self.language)

    @cached_property
    def rated(self) -> tuple[Weighed, ...]:
        """Every priority with its place on the plane of value and effort."""
        return weighed_by_counts(self.workshop, self._found, self.language)

    @cached_property
    def judged_actions(self) -> tuple[tuple[Action, Judgement], ...]:
        """The actions that say what they shall move, each with what became of it."""
        found = judged_over_rounds(self.workshop)
        return tuple((action, found[action.id]) for action in self.workshop.actions if action.id in found)

    @cached_property
    def _found(self) -> tuple[Finding, ...]:
        return tuple(findings(self.workshop, self.language))

    @cached_property
    def ideas(self) -> tuple[Opportunity, ...]:
        """The opportunities, those first that promise most for the least effort."""
        return tuple(sorted(self.workshop.opportunities, key=lambda each: (each.effort or 3) - (each.impact or 3)))

    @property
    def title(self) -> str:
        """The workshop's title."""
        return self.workshop.frame.title or self.untitled

    @property
    def untitled(self) -> str:
        """What to call a thing without a title."""
        return text("charts.map.untitled", self.language)

    @property
    def about(self) -> str:
        """Organisation, phase model and sizes in a line."""
        words = [text(f"fields.plural.{kind}", self.language) for kind in ("touchpoints", "personas")]
        sizes = (len(self.workshop.touchpoints), len(self.workshop.personas))
        counted = [f"{word}: {number(size, self.language)}" for word, size in zip(words, sizes, strict=True)]
        return " · ".join(filter(None, (self.workshop.frame.organisation, self.model.name, *counted)))

    def phase_name(self, column: MapColumn) -> str:
        """What a phase of the map is called."""
        return column.name or text("charts.map.without_phase", self.language)

    def score(self, emotion: Emotion | None) -> str:
        """A feeling in figures and words."""
        return score(emotion, self.language)

    def facts(self, kind: str, entity: Entity, but: Container[str] = ()) -> tuple[CardFact, ...]:
        """What a card says, a fact a field, in the order of the workbook's columns; without fields that nobody filled in and
        those of `but`."""
        return tuple(self._facts(kind, entity, but))

    def goal_line(self, goal: Goal) -> str:
        """How a goal is measured and by when; "" where nobody said."""
        amounts = [self._amount(each, goal.unit) for each in (goal.baseline, goal.target) if each is not None]
        parts = [goal.metric, " → ".join(amounts)]
        parts += [text("goals.until", self.language, day=day(goal.due, self.language))] if goal.due else []
        return " · ".join(filter(None, parts))

    def persona_line(self, persona: Persona) -> str:
        """A persona's segment, cluster and share in a line."""
        share = typed_percent(persona.share, self.language) if persona.share is not None else ""
        return " · ".join(filter(None, (persona.segment, persona.cluster, share)))

    def stage_lines(self) -> tuple[tuple[str, str, str], ...]:
        """The funnel: each counted phase with its count and the share that came from the phase before."""
        return tuple(
            (stage.name, number(stage.count or 0, self.language), self._step(stage.conversion_from_previous))
            for stage in self.funnel.counted
        )

    def people_of(self, touchpoint: Touchpoint) -> tuple[str, ...]:
        """The names of the personas that a touchpoint names."""
        people = (self.workshop.persona(each) for each in touchpoint.personas)
        return tuple(person.name or self.untitled for person in people if person)

    def _facts(self, kind: str, entity: Entity, but: Container[str]) -> Iterator[CardFact]:
        fields = type(entity).model_fields
        for name, word, show in self._columns(kind):
            if name in but:
                continue
            value = getattr(entity, name)
            if value is not None and value == fields[name].default:
                continue
            if said := self._said(show(entity), value):
                yield CardFact(word, said)

    def _columns(self, kind: str) -> tuple[tuple[str, str, Callable[[Any], Cell]], ...]:
        """The fields of a kind with their words and how they are shown, put together once."""
        if kind not in self._shown:
            told = (column for column in table(kind).columns if not column.cells.technical)
            self._shown[kind] = tuple(
                (column.field, column.header(self.language), self._shows(column)) for column in told
            )
        return self._shown[kind]

    def _shows(self, column: Column) -> Callable[[Any], Cell]:
        """What a card says in a field. What it names and what is gone has an id for a name only in a workbook, which is read back."""
        show, get = column.cells.show(column.field, self.labels), attrgetter(column.field)
        if not isinstance(column.cells, ReferenceCells | ReferencesCells):
            return show
        known = self.labels.of[column.cells.target]
        gone = text("charts.map.without_phase", self.language) if column.cells.target == PHASES else None
        if isinstance(column.cells, ReferenceCells):
            return lambda card: show(card) if (named := get(card)) is None or named in known else gone
        return lambda card: show(card.model_copy(update={column.field: tuple(n for n in get(card) if n in known)}))

    def _said(self, cell: Cell, value: Any) -> str:
        if isinstance(value, Emotion):
            return self.score(value)
        if cell is None or isinstance(cell, str):
            return cell or ""
        return day(cell, self.language) if isinstance(cell, date) else number(cell, self.language)

    def _amount(self, value: float, unit: str) -> str:
        return f"{number(value, self.language)} {unit}".strip()

    def _step(self, share: float | None) -> str:
        return "" if share is None else percent(share, self.language, 1)
