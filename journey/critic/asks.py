"""Rules about what campaigns ask for: closeness grows in stages, and every ask needs the one before (article A)."""

from collections.abc import Iterator
from itertools import accumulate

from journey.critic.campaigns import Placed, placed
from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Figure, PhaseName, Severity, Sighting
from journey.model import Ask, Zone
from journey.phases.crosswalk import rows_of

GIVEN = {
    "attention": Ask.ATTENTION,
    "learn": Ask.REACTION,
    "lead": Ask.EMAIL,
    "explore": Ask.REACTION,
    "compare": Ask.TIME,
    "commitment": Ask.SMALL_PRICE,
    "delight": Ask.SMALL_PRICE,
    "nudge": Ask.TIME,
    "purchase": Ask.MAIN_PRICE,
    "use": Ask.MAIN_PRICE,
    "recommend": Ask.TESTIMONIAL,
    "promote": Ask.PROMOTION,
}
"""What people have given who are in a phase of this crosswalk row (the app's own reading)."""

GIVEN_IN_ZONE = {Zone.BEFORE: Ask.ATTENTION, Zone.DURING: Ask.MAIN_PRICE, Zone.AFTER: Ask.MAIN_PRICE}
"""The same for phases of own models, which stand in no row."""


def ask_too_large(examined: Examination) -> Iterator[Sighting]:
    """A campaign that asks for more than the closeness earned so far allows: its ask lies more rungs of the workshop's
    ladder than the limit above the largest of (a) what the phase stands for in which it meets people and (b) what other
    campaigns have asked that lead to this phase or an earlier one. High from one rung more. Asks that are not on the
    ladder are passed over. The app's own reading of article A: closeness grows in stages (A1), and each phase has an
    ask of its own (A9)."""
    ladder = tuple(dict.fromkeys(examined.workshop.frame.ask_ladder))
    upward = [each for each in placed(examined) if each.end > each.start and each.campaign.ask in ladder]
    earned = _earned(examined, upward, ladder)
    most = examined.limits.count("rungs")
    for each in upward:
        rungs = _rung(each, ladder) - earned[each.start]
        if rungs > most:
            yield _sighting(each, ladder[earned[each.start]], rungs, most)


def _earned(examined: Examination, upward: list[Placed], ladder: tuple[Ask, ...]) -> list[int]:
    """The largest rung reached in each phase: its own, or what campaigns on the way there have asked for."""
    asked = [0] * len(examined.order)
    for each in upward:
        asked[each.end] = max(asked[each.end], _rung(each, ladder))
    return [
        max(_given(examined, phase, ladder), most)
        for phase, most in zip(examined.order, accumulate(asked, max), strict=True)
    ]


def _rung(each: Placed, ladder: tuple[Ask, ...]) -> int:
    return ladder.index(each.campaign.ask) if each.campaign.ask else 0


def _given(examined: Examination, phase_id: str, ladder: tuple[Ask, ...]) -> int:
    """The rung on which people of a phase stand; of asks that the ladder lacks the next smaller one."""
    phase = examined.model.phase(phase_id)
    zone = phase.zone if phase else Zone.BEFORE
    given = [GIVEN[row] for row in rows_of(phase_id) if row in GIVEN] or [GIVEN_IN_ZONE[zone]]
    sizes = tuple(Ask)
    return max(
        next((ladder.index(ask) for ask in reversed(sizes[: sizes.index(one) + 1]) if ask in ladder), 0)
        for one in given
    )


def _sighting(each: Placed, earned: Ask, rungs: int, most: int) -> Sighting:
    campaign = each.campaign
    figures: dict[str, Figure] = {
        "campaign": CardNames((campaign.id,)),
        "start": PhaseName(campaign.from_phase),
        "ask": campaign.ask or earned,
        "earned": earned,
        "rungs": rungs,
        "most": most,
    }
    severity = Severity.HIGH if rungs > most + 1 else Severity.MEDIUM
    return Sighting(severity, campaign.to_phase, (campaign.id,), figures)
