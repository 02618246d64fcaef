"""Rules about the emotion curve (article D: how do people feel at the touchpoints?)."""

from collections.abc import Iterator
from itertools import groupby

from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Figure, Severity, Share, Sighting
from journey.journey_map import Feeling
from journey.model import Emotion, Touchpoint, lines


def low(examined: Examination) -> Iterator[Sighting]:
    """A touchpoint that somebody scored below neutral."""
    for touchpoint, felt in _scored(examined):
        if min(felt.values()) < Emotion.NEUTRAL and not touchpoint.moment_of_truth:
            yield _low(examined, touchpoint, felt)


def decisive_low(examined: Examination) -> Iterator[Sighting]:
    """A moment of truth that somebody scored below neutral."""
    for touchpoint, felt in _scored(examined):
        if min(felt.values()) < Emotion.NEUTRAL and touchpoint.moment_of_truth:
            yield _low(examined, touchpoint, felt, Severity.HIGH)


def dip(examined: Examination) -> Iterator[Sighting]:
    """A stretch of the curve that is bad for nobody, but lies between higher neighbours, one of them by at least
    the limit (two points: half of the scale's width is no noise)."""
    bad = {touchpoint.id for touchpoint, felt in _scored(examined) if min(felt.values()) < Emotion.NEUTRAL}
    found: dict[tuple[str, ...], list[str | None]] = {}
    emotions: dict[tuple[str, ...], Emotion] = {}
    for persona, curve in examined.curves.items():
        for stretch, emotion in _dips(curve, examined.limits.count("dip-points")):
            found.setdefault(stretch, []).append(persona)
            emotions[stretch] = min(emotion, emotions.get(stretch, emotion))
    for stretch, people in found.items():
        touchpoint = examined.workshop.touchpoint(stretch[0])
        if touchpoint and not bad & set(stretch):
            figures: dict[str, Figure] = {
                "touchpoint": CardNames(stretch[:1]),
                "emotion": emotions[stretch],
                "people": _people(examined, people),
            }
            yield Sighting(Severity.LOW, touchpoint.phase, stretch, figures)


def high(examined: Examination) -> Iterator[Sighting]:
    """The touchpoints of a phase that somebody loves and nobody dislikes."""
    best: dict[str, list[str]] = {}
    for touchpoint, felt in _scored(examined):
        if max(felt.values()) == Emotion.VERY_GOOD and min(felt.values()) >= Emotion.NEUTRAL:
            best.setdefault(touchpoint.phase, []).append(touchpoint.id)
    for phase, cards in best.items():
        yield Sighting(
            Severity.STRENGTH, phase, tuple(cards), {"count": len(cards), "touchpoints": CardNames(tuple(cards))}
        )


def unscored(examined: Examination) -> Iterator[Sighting]:
    """Touchpoints whose emotion nobody scored: medium when they are more than the limit (half)."""
    scored = {touchpoint.id for touchpoint in examined.touchpoints if is_scored(touchpoint)}
    missing = tuple(touchpoint.id for touchpoint in examined.touchpoints if touchpoint.id not in scored)
    if missing:
        total = len(examined.touchpoints)
        severity = Severity.MEDIUM if len(missing) > total * examined.limits.share("unscored-share") else Severity.LOW
        figures: dict[str, Figure] = {"count": len(missing), "total": total, "share": Share(len(missing) / total)}
        yield Sighting(severity, cards=missing, figures=figures)


def is_scored(touchpoint: Touchpoint) -> bool:
    """Whether somebody said how a touchpoint feels."""
    return touchpoint.emotion is not None or bool(touchpoint.persona_emotions)


def _scored(examined: Examination) -> Iterator[tuple[Touchpoint, dict[str | None, Emotion]]]:
    """Every touchpoint that has a score, in journey order, with the score of everybody to whom it matters."""
    for entity_id, felt in examined.felt.items():
        touchpoint = examined.workshop.touchpoint(entity_id)
        if touchpoint:
            yield touchpoint, felt


def _low(
    examined: Examination, touchpoint: Touchpoint, felt: dict[str | None, Emotion], severity: Severity | None = None
) -> Sighting:
    lowest = min(felt.values())
    unhappy = [persona for persona, emotion in felt.items() if emotion < Emotion.NEUTRAL]
    return Sighting(
        severity or (Severity.HIGH if lowest is Emotion.VERY_BAD else Severity.MEDIUM),
        touchpoint.phase,
        (touchpoint.id,),
        {
            "touchpoint": CardNames((touchpoint.id,)),
            "emotion": lowest,
            "people": _people(examined, unhappy),
            "pains": len(lines(touchpoint.pain_points)),
        },
    )


def _dips(curve: tuple[Feeling, ...], least: int) -> Iterator[tuple[tuple[str, ...], Emotion]]:
    scored = [(feeling.emotion, feeling.id) for feeling in curve if feeling.emotion is not None]
    runs = [(emotion, tuple(card for _, card in run)) for emotion, run in groupby(scored, key=lambda point: point[0])]
    for (before, _), (emotion, cards), (after, _) in zip(runs, runs[1:], runs[2:], strict=False):
        if Emotion.NEUTRAL <= emotion < min(before, after) and max(before, after) - emotion >= least:
            yield cards, emotion


def _people(examined: Examination, personas: list[str | None]) -> CardNames:
    return CardNames(tuple(p for p in personas if p) if len(personas) < len(examined.curves) else ())
