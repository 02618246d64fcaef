"""How far each phase is filled in: what rules would otherwise say card by card, as one count a phase."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from journey.critic.emotions import is_scored
from journey.critic.examination import Examination
from journey.critic.friction import Hurdle, uncounted
from journey.critic.limits import silenced_rules
from journey.critic.relations import unjoined
from journey.model import Channel, Workshop
from journey.phases import PhaseModel


class AskedField(StrEnum):
    """What is asked: of every touchpoint an emotion, content, a channel and an effect on another one; of every campaign
    that leads to the phase a traffic source and a call-to-action; and the hurdles, where people buy or leave data."""

    EMOTION = "emotion"
    CONTENT = "content"
    CHANNEL = "channel"
    EFFECT = "effect"
    SOURCE = "source"
    ACTION = "action"
    HURDLES = "hurdles"


RULE_OF = {
    AskedField.EMOTION: "unscored",
    AskedField.CONTENT: "phase-without-content",
    AskedField.CHANNEL: "right-moment",
    AskedField.EFFECT: "orphan-touchpoint",
    AskedField.SOURCE: "campaign-without-source",
    AskedField.ACTION: "campaign-without-action",
    AskedField.HURDLES: "friction-unknown",
}
"""The rule that would say of each that it is missing: where that is switched off, it is not asked."""


@dataclass(frozen=True)
class PhasePart:
    """One thing that is asked in a phase: of `wanted` pieces `filled` are there; `lacking` are the ids of the cards without
    it. Hurdles that nobody has begun to count have no card."""

    asked: AskedField
    filled: int
    wanted: int
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Completeness:
    """A phase with everything that is asked in it; without parts where it holds nothing of which anything is asked."""

    phase: str
    parts: tuple[PhasePart, ...]

    @property
    def filled(self) -> int:
        """How many pieces are there."""
        return sum(part.filled for part in self.parts)

    @property
    def wanted(self) -> int:
        """How many pieces are asked for."""
        return sum(part.wanted for part in self.parts)

    @property
    def lacking(self) -> dict[str, tuple[AskedField, ...]]:
        """Every card that lacks something, by id, with what it lacks."""
        cards = dict.fromkeys(card for part in self.parts for card in part.lacking)
        return {card: tuple(part.asked for part in self.parts if card in part.lacking) for card in cards}


def completeness(workshop: Workshop, model: PhaseModel) -> tuple[Completeness, ...]:
    """Filled against asked for every phase of the model, in phase order, over the questioned map. What stands in no phase
    of the model is not counted: it has a finding of its own. What a rule asks that is switched off is not counted either."""
    examined, silent = Examination(workshop, model), silenced_rules(workshop)
    alone = frozenset(unjoined(examined))
    return tuple(
        Completeness(
            phase,
            tuple(part for part in _parts(examined, phase, alone) if part.wanted and RULE_OF[part.asked] not in silent),
        )
        for phase in examined.by_phase
    )


def _parts(examined: Examination, phase: str, alone: frozenset[str]) -> Iterator[PhasePart]:
    touchpoints = examined.by_phase[phase]
    yield _part(AskedField.EMOTION, ((t.id, is_scored(t)) for t in touchpoints))
    yield _part(AskedField.CONTENT, ((t.id, bool(t.content)) for t in touchpoints))
    yield _part(AskedField.CHANNEL, ((t.id, t.channel is not Channel.OTHER) for t in touchpoints))
    if len(examined.touchpoints) > 1:
        yield _part(AskedField.EFFECT, ((t.id, t.id not in alone) for t in touchpoints))
    campaigns = [campaign for campaign in examined.workshop.campaigns if campaign.to_phase == phase]
    yield _part(AskedField.SOURCE, ((c.id, bool(c.traffic_source)) for c in campaigns))
    yield _part(AskedField.ACTION, ((c.id, bool(c.call_to_action)) for c in campaigns))
    for _, place, check, unknown in uncounted(examined):
        if place == phase:
            yield PhasePart(
                AskedField.HURDLES, len(Hurdle) - len(unknown), len(Hurdle), (check.id,) if check and unknown else ()
            )


def _part(asked: AskedField, cards: Iterable[tuple[str, bool]]) -> PhasePart:
    told = tuple(cards)
    lacking = tuple(card for card, filled in told if not filled)
    return PhasePart(asked, len(told) - len(lacking), len(told), lacking)
