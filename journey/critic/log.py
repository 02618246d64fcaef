"""Rules about the map beside the event log: what nobody did, what nobody drew, and what the team expected (article D,
step 5: check the map against the numbers). They read what the document keeps of the log last counted."""

from collections.abc import Iterator

from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Figure, PhaseName, Phrase, Severity, Share, Sighting
from journey.derived import setting_of
from journey.model import Measurability, Setting, Touchpoint
from journey.numbers.guesses import StepGuesses, against_guesses
from journey.numbers.matching import folded


def never_in_log(examined: Examination) -> Iterator[Sighting]:
    """Touchpoints of today's map that no activity of the event log is matched to, although a log could see them: online
    ones and those said to be measurable, without those said to be hardly or not measurable. Medium when they are more
    than the limit (half). Nothing without counted activities."""
    if not examined.logged:
        return
    visible = [touchpoint for touchpoint in examined.touchpoints if _visible(touchpoint)]
    seen = set(examined.matching.touchpoint_of.values()).union(*examined.matching.ambiguous.values())
    titles = {folded(touchpoint.title) for touchpoint in examined.workshop.touchpoints if touchpoint.id in seen}
    unseen = tuple(t.id for t in visible if t.id not in seen and folded(t.title) not in titles)
    if unseen:
        severity = (
            Severity.MEDIUM if len(unseen) > len(visible) * examined.limits.share("unseen-share") else Severity.LOW
        )
        figures: dict[str, Figure] = {
            "count": len(unseen),
            "total": len(visible),
            "activities": len(examined.logged),
            "touchpoints": CardNames(unseen),
        }
        yield Sighting(severity, cards=unseen, figures=figures)


def missing_on_map(examined: Examination) -> Iterator[Sighting]:
    """Activities of the event log that are frequent (in at least a tenth as many cases as the most common one: the document
    does not keep how many cases there are in all, and most logs have an activity that nearly all share) and belong to no
    touchpoint and no phase, and that nobody set aside. One finding for all of them."""
    if not examined.logged:
        return
    most = max(activity.cases or 0 for activity in examined.logged)
    known = {*examined.matching.touchpoint_of, *examined.matching.ambiguous}
    least = max(1.0, most * examined.limits.share("frequent-share"))
    open_ones = set(examined.matching.unmatched) - known
    missing = [a for a in examined.logged if a.name in open_ones and (a.cases or 0) >= least]
    missing.sort(key=lambda activity: -(activity.cases or 0))
    if missing:
        cards = tuple(activity.id for activity in missing)
        figures: dict[str, Figure] = {
            "count": len(missing),
            "activities": CardNames(cards),
            "cases": missing[0].cases or 0,
            "most": most,
        }
        yield Sighting(Severity.MEDIUM, cards=cards, figures=figures)


def misjudged_step(examined: Examination) -> Iterator[Sighting]:
    """The step at which the team's blind estimate was farthest from the counts of the newest period: the median guess lies
    at least the limit (20 percentage points) from the measured share, and outside its interval."""
    if examined.funnel is None or not examined.workshop.guesses:
        return
    far_off = examined.limits.share("misjudged-points")
    judged = against_guesses(examined.workshop.guesses, examined.funnel).steps
    steps = [step for step in judged if _misjudged(step, far_off)]
    step = max(steps, key=lambda each: abs(each.off or 0.0), default=None)
    if step is None or step.interval is None:
        return
    before = next(stage.previous or "" for stage in examined.funnel.stages if stage.phase_id == step.phase_id)
    hopeful = (step.off or 0.0) > 0
    points: dict[str, Figure] = {"points": round(abs(step.off or 0.0) * 100)}
    figures: dict[str, Figure] = {
        "count": len(step.guesses),
        "previous": PhaseName(before),
        "median": Share(step.median or 0.0),
        "measured": Share(step.measured or 0.0),
        "low": Share(step.interval.low),
        "high": Share(step.interval.high),
        "off": Phrase("critic.log.too_hopeful" if hopeful else "critic.log.too_timid", points),
    }
    yield Sighting(Severity.LOW, step.phase_id, figures=figures)


def _visible(touchpoint: Touchpoint) -> bool:
    if touchpoint.measurability in (Measurability.HARDLY, Measurability.NOT):
        return False
    return setting_of(touchpoint) is Setting.ONLINE or touchpoint.measurability is Measurability.MEASURABLE


def _misjudged(step: StepGuesses, far_off: float) -> bool:
    if step.off is None or step.median is None or step.interval is None:
        return False
    return abs(step.off) >= far_off and not step.interval.low <= step.median <= step.interval.high
