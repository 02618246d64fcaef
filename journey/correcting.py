"""Former defaults told apart from choices: older apps wrote "online, digital" into every own touchpoint that nobody looked
at. Where channel and title say otherwise, or nothing, that is offered for correction; what people leave is not asked again.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from journey.derived import Derived, derived
from journey.editing import Edit, next_rank, put, revise
from journey.model import (
    FindingAnswer,
    Media,
    Setting,
    Touchpoint,
    Verdict,
    Workshop,
)

LABEL = "setting_corrected"
"""The name of the change (history.label.<label>)."""

RULE = "former-default"
"""Under this name the answers keep which touchpoints the team left as they are (see FindingAnswer)."""


@dataclass(frozen=True)
class Correction:
    """A touchpoint that says "online, digital", and what follows from its channel and title instead."""

    touchpoint: Touchpoint
    follows: Derived

    @property
    def evidence(self) -> str:
        """What the proposal rests on: with another one, the touchpoint is asked about again."""
        return f"{self.follows.setting or ''}/{self.follows.media or ''}"


def corrections(workshop: Workshop) -> tuple[Correction, ...]:
    """The touchpoints to ask about, in document order: those with both former defaults where channel and title say
    something else or nothing, without those that people left."""
    left = {(each.subject, each.evidence) for each in workshop.answers if each.rule == RULE}
    asked = (
        Correction(touchpoint, derived(touchpoint.channel, touchpoint.title))
        for touchpoint in workshop.touchpoints
        if (touchpoint.setting, touchpoint.media) == (Setting.ONLINE, Media.DIGITAL)
    )
    return tuple(
        each
        for each in asked
        if (each.follows.setting, each.follows.media) != (Setting.ONLINE, Media.DIGITAL)
        and (each.touchpoint.id, each.evidence) not in left
    )


def corrected(workshop: Workshop, offered: Sequence[Correction], chosen: Collection[str]) -> list[Edit]:
    """Edits that let the chosen touchpoints (ids) follow their channel and title, and note that the others were left."""
    rank = next_rank(workshop.answers)
    held = [each for each in offered if workshop.find(each.touchpoint.id) == each.touchpoint]
    follow = [revise(each.touchpoint, setting=None, media=None) for each in held if each.touchpoint.id in chosen]
    left = [each for each in held if each.touchpoint.id not in chosen]
    said = {(each.rule, each.subject): each for each in workshop.answers}
    answers = [
        FindingAnswer(
            id=before.id
            if (before := said.get((RULE, each.touchpoint.id)))
            else workshop.id_for("answers", RULE, each.touchpoint.id),
            rank=before.rank if before else rank + place,
            rule=RULE,
            subject=each.touchpoint.id,
            verdict=Verdict.DISMISSED,
            evidence=each.evidence,
        )
        for place, each in enumerate(left)
    ]
    return put(workshop, *follow, *answers)
