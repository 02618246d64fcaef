"""Rules about the emotion curve (article D: how do people feel at the touchpoints?)."""

from collections.abc import Iterator
from itertools import groupby

from journey.critic.case import Case
from journey.critic.finding import Figure, Names, Severity, Share, Sighting
from journey.journey_map import Feeling
from journey.model import Emotion, Touchpoint, lines

FAR_BELOW = 2
"""A dip is at least this many points below a neighbour (the app's own rule): half of the scale's width is no noise."""


def low(case: Case) -> Iterator[Sighting]:
    """A touchpoint that somebody scored below neutral."""
    for touchpoint, felt in _scored(case):
        if min(felt.values()) < Emotion.NEUTRAL and not touchpoint.moment_of_truth:
            yield _low(case, touchpoint, felt)


def decisive_low(case: Case) -> Iterator[Sighting]:
    """A moment of truth that somebody scored below neutral."""
    for touchpoint, felt in _scored(case):
        if min(felt.values()) < Emotion.NEUTRAL and touchpoint.moment_of_truth:
            yield _low(case, touchpoint, felt, Severity.HIGH)


def dip(case: Case) -> Iterator[Sighting]:
    """A stretch of the curve that is bad for nobody, but lies between higher neighbours, one of them by two points or
    more."""
    bad = {touchpoint.id for touchpoint, felt in _scored(case) if min(felt.values()) < Emotion.NEUTRAL}
    found: dict[tuple[str, ...], list[str | None]] = {}
    emotions: dict[tuple[str, ...], Emotion] = {}
    for persona, curve in case.curves.items():
        for stretch, emotion in _dips(curve):
            found.setdefault(stretch, []).append(persona)
            emotions[stretch] = min(emotion, emotions.get(stretch, emotion))
    for stretch, people in found.items():
        touchpoint = case.workshop.touchpoint(stretch[0])
        if touchpoint and not bad & set(stretch):
            figures: dict[str, Figure] = {
                "touchpoint": Names(stretch[:1]),
                "emotion": emotions[stretch],
                "people": _people(case, people),
            }
            yield Sighting(Severity.LOW, touchpoint.phase, stretch, figures)


def high(case: Case) -> Iterator[Sighting]:
    """The touchpoints of a phase that somebody loves and nobody dislikes."""
    best: dict[str, list[str]] = {}
    for touchpoint, felt in _scored(case):
        if max(felt.values()) == Emotion.VERY_GOOD and min(felt.values()) >= Emotion.NEUTRAL:
            best.setdefault(touchpoint.phase, []).append(touchpoint.id)
    for phase, cards in best.items():
        yield Sighting(
            Severity.STRENGTH, phase, tuple(cards), {"count": len(cards), "touchpoints": Names(tuple(cards))}
        )


def unscored(case: Case) -> Iterator[Sighting]:
    """Touchpoints whose emotion nobody scored: medium when they are more than half."""
    scored = {touchpoint.id for touchpoint in case.touchpoints if _any_score(touchpoint)}
    missing = tuple(touchpoint.id for touchpoint in case.touchpoints if touchpoint.id not in scored)
    if missing:
        total = len(case.touchpoints)
        severity = Severity.MEDIUM if len(missing) > total / 2 else Severity.LOW
        figures: dict[str, Figure] = {"count": len(missing), "total": total, "share": Share(len(missing) / total)}
        yield Sighting(severity, cards=missing, figures=figures)


def _any_score(touchpoint: Touchpoint) -> bool:
    return touchpoint.emotion is not None or bool(touchpoint.persona_emotions)


def _scored(case: Case) -> Iterator[tuple[Touchpoint, dict[str | None, Emotion]]]:
    """Every touchpoint that has a score, in journey order, with the score of everybody to whom it matters."""
    for entity_id, felt in case.felt.items():
        touchpoint = case.workshop.touchpoint(entity_id)
        if touchpoint:
            yield touchpoint, felt


def _low(
    case: Case, touchpoint: Touchpoint, felt: dict[str | None, Emotion], severity: Severity | None = None
) -> Sighting:
    lowest = min(felt.values())
    unhappy = [persona for persona, emotion in felt.items() if emotion < Emotion.NEUTRAL]
    return Sighting(
        severity or (Severity.HIGH if lowest is Emotion.VERY_BAD else Severity.MEDIUM),
        touchpoint.phase,
        (touchpoint.id,),
        {
            "touchpoint": Names((touchpoint.id,)),
            "emotion": lowest,
            "people": _people(case, unhappy),
            "pains": len(lines(touchpoint.pain_points)),
        },
    )


def _dips(curve: tuple[Feeling, ...]) -> Iterator[tuple[tuple[str, ...], Emotion]]:
    scored = [(feeling.emotion, feeling.id) for feeling in curve if feeling.emotion is not None]
    runs = [(emotion, tuple(card for _, card in run)) for emotion, run in groupby(scored, key=lambda point: point[0])]
    for (before, _), (emotion, cards), (after, _) in zip(runs, runs[1:], runs[2:], strict=False):
        if Emotion.NEUTRAL <= emotion < min(before, after) and max(before, after) - emotion >= FAR_BELOW:
            yield cards, emotion


def _people(case: Case, personas: list[str | None]) -> Names:
    return Names(tuple(p for p in personas if p) if len(personas) < len(case.curves) else ())
