"""What changed between two states of a workshop: cards, feelings, findings, step rates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from journey.editing import Edit, difference
from journey.model import COLLECTIONS, Emotion, Entity, Workshop
from journey.rounds.kept import Kept, KeptFinding
from journey.rounds.opening import without_rounds
from journey.rounds.step_changes import StepChange, rates_counted, step_changes

_PLACES = frozenset({"phase", "from_phase", "to_phase"})
_CARDS = frozenset(
    {"goals", "sources", "personas", "touchpoints", "relations", "campaigns", "opportunities", "actions"}
)  # fmt: skip
"""What people call cards; counts, guesses and answers are among the changes one by one."""


@dataclass(frozen=True)
class RoundState:
    """A workshop as it stood, and what was kept beside it (None: nothing can be read). `earlier` are findings of the rounds
    before."""

    workshop: Workshop
    kept: Kept | None = None
    earlier: tuple[KeptFinding, ...] = ()


@dataclass(frozen=True)
class FeltChange:
    """How a touchpoint that both states have felt before and feels now; None = not scored."""

    touchpoint: str
    before: Emotion | None
    after: Emotion | None

    @property
    def points(self) -> int | None:
        """By how much it feels better (below: worse); None where one of the two was not scored."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True)
class FindingChanges:
    """Findings that are new, that are new and had been there in a round before the older one, and that are gone."""

    came: tuple[KeptFinding, ...] = ()
    came_back: tuple[KeptFinding, ...] = ()
    went: tuple[KeptFinding, ...] = ()


@dataclass(frozen=True)
class RoundComparison:
    """Everything that makes the newer state of the older one, as edits, and what of it is a card that is new or gone, that stands
    elsewhere, or that says something else (one may do both)."""

    older: RoundState
    newer: RoundState
    edits: tuple[Edit, ...]

    @cached_property
    def added(self) -> tuple[Edit, ...]:
        """Cards that only the newer state has."""
        return tuple(edit for edit in self.edits if edit.before is None)

    @cached_property
    def gone(self) -> tuple[Edit, ...]:
        """Cards that only the older state has."""
        return tuple(edit for edit in self.edits if edit.after is None)

    @cached_property
    def moved(self) -> tuple[Edit, ...]:
        """Cards that stand in another phase, or behind another card than before."""
        before, after = (
            _ahead(state.workshop, other.workshop)
            for state, other in ((self.older, self.newer), (self.newer, self.older))
        )
        return tuple(
            edit
            for edit in self.edits
            if (fields := _fields(edit)) & _PLACES or ("rank" in fields and before[edit.id] != after[edit.id])
        )

    @cached_property
    def reworded(self) -> tuple[Edit, ...]:
        """Cards that say something else."""
        return tuple(edit for edit in self.edits if _fields(edit) - _PLACES - {"rank"})

    @property
    def card_counts(self) -> Mapping[str, int]:
        """How many of what people call cards are new, gone, moved and reworded."""
        edits = {"new": self.added, "gone": self.gone, "moved": self.moved, "reworded": self.reworded}
        return {name: sum(edit.kind in _CARDS for edit in found) for name, found in edits.items()}

    @property
    def judged_otherwise(self) -> bool:
        """Whether the rules judged by other numbers, or others of them were switched off: points and findings differ by that
        as well."""
        return any(edit.kind in {"limits", "silenced"} for edit in self.edits)

    @property
    def model_switched(self) -> bool:
        """Whether the two states have different phase models: their phases, and with them points and findings, are not the same."""
        return self.older.workshop.frame.phase_model != self.newer.workshop.frame.phase_model

    @cached_property
    def felt(self) -> tuple[FeltChange, ...]:
        """Touchpoints that feel otherwise than before, in journey order."""
        before = {each.id: each.emotion for each in self.older.workshop.touchpoints}
        return tuple(
            FeltChange(each.id, before[each.id], each.emotion)
            for each in self.newer.workshop.touchpoints
            if each.id in before and before[each.id] != each.emotion
        )

    @cached_property
    def findings(self) -> FindingChanges | None:
        """What the critic said newly and no more; None where one of the two states kept nothing."""
        if self.older.kept is None or self.newer.kept is None:
            return None
        before = {_subject(each) for each in self.older.kept.findings}
        after = {_subject(each) for each in self.newer.kept.findings}
        ever = {_subject(each) for each in self.older.earlier}
        new = [each for each in self.newer.kept.findings if _subject(each) not in before]
        return FindingChanges(
            tuple(each for each in new if _subject(each) not in ever),
            tuple(each for each in new if _subject(each) in ever),
            tuple(each for each in self.older.kept.findings if _subject(each) not in after),
        )

    @cached_property
    def steps(self) -> tuple[StepChange, ...]:
        """The steps that were measured in both: by a log where both had one, else by the counts that were typed. No step
        where the newer state still has the figures of the older one: these were measured once."""
        logged = all(state.kept and state.kept.steps for state in (self.older, self.newer))
        older, newer = (rates_counted(s.workshop, s.kept, logged=logged) for s in (self.older, self.newer))
        return () if older == newer else step_changes(older, newer)


def compared(older: RoundState, newer: RoundState) -> RoundComparison:
    """What makes the newer state of the older one; rounds themselves aside."""
    edits = difference(without_rounds(older.workshop), without_rounds(newer.workshop))
    return RoundComparison(older, newer, tuple(edits))


def _fields(edit: Edit) -> frozenset[str]:
    """The fields that differ; none where a side is missing."""
    if edit.before is None or edit.after is None:
        return frozenset()
    names = type(edit.after).model_fields
    return frozenset(name for name in names if getattr(edit.before, name) != getattr(edit.after, name))


def _ahead(workshop: Workshop, other: Workshop) -> dict[str, str]:
    """For each card that both workshops have, the one of its kind that stands before it."""
    found: dict[str, str] = {workshop.frame.id: ""}
    for kind in COLLECTIONS:
        there = {card.id for card in other.collection(kind)}
        found |= _chain(card for card in workshop.collection(kind) if card.id in there)
    return found


def _chain(cards: Iterable[Entity]) -> dict[str, str]:
    ids = ["", *(card.id for card in cards)]
    return dict(zip(ids[1:], ids, strict=False))


def _subject(finding: KeptFinding) -> tuple[str, str]:
    return finding.rule, finding.subject
