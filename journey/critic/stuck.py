"""The rule that answers article A's question where people get stuck, with the likeliest cause first."""

from collections.abc import Iterator

from journey.critic.examination import Examination
from journey.critic.finding import Amount, Enumeration, Figure, PhaseName, Phrase, Severity, Share, Sighting
from journey.critic.transitions import FELT, Cause, CauseKind, Transition, transitions


def stuck_phase(examined: Examination) -> Iterator[Sighting]:
    """A step that fewer people take than any other, beyond chance (high); or, where the numbers do not judge it, one
    before which people stay long for a visible reason, or where several signs (three), one of them felt, agree (medium)."""
    for transition in transitions(examined):
        severity = _severity(transition, examined.limits.count("signs"))
        if severity:
            yield _sighting(severity, examined, transition)


def cause_words(cause: Cause, transition: Transition, part: str) -> Phrase:
    """What a cause says (`part`: title, why or next), as a figure for `words_of`."""
    ends: dict[str, Figure] = {"previous": PhaseName(transition.previous), "phase": PhaseName(transition.phase)}
    return Phrase(f"critic.cause_{cause.kind.value}.{part}", {**ends, **cause.figures})


def _severity(transition: Transition, many: int) -> Severity | None:
    if transition.weakest:
        return Severity.HIGH
    if transition.judged:
        return None
    felt = any(cause.kind in FELT for cause in transition.causes)
    signs = felt and len(transition.causes) >= many
    return Severity.MEDIUM if signs or (transition.long_stay and transition.causes) else None


def _sighting(severity: Severity, examined: Examination, transition: Transition) -> Sighting:
    causes = transition.causes or (Cause(CauseKind.UNKNOWN),)
    ends = (transition.previous, transition.phase)
    shown = (card for cause in causes for card in cause.cards)
    counts = (c.id for c in examined.workshop.counts if c.period == examined.period and c.phase in ends)
    figures: dict[str, Figure] = {
        "cause": cause_words(causes[0], transition, "title"),
        "evidence": Enumeration(tuple(_evidence(transition)), " "),
        "causes": Enumeration(tuple(cause_words(cause, transition, "why") for cause in causes), " "),
        "question": cause_words(causes[0], transition, "next"),
    }
    return Sighting(severity, transition.phase, tuple(dict.fromkeys((*shown, *counts))), figures)


def _evidence(transition: Transition) -> Iterator[Phrase]:
    previous, stage = PhaseName(transition.previous), transition.stage
    if stage is None or stage.count is None or stage.drop_off is None:
        yield Phrase("critic.stuck.uncounted", {"previous": previous})
    elif stage.drop_off < 0:
        counted: dict[str, Figure] = {
            "phase": PhaseName(transition.phase),
            "after": stage.count,
            "before": stage.count + stage.drop_off,
        }
        yield Phrase("critic.stuck.more", {"previous": previous, **counted})
    elif stage.interval is None:
        yield Phrase("critic.stuck.uncounted", {"previous": previous})
    else:
        figures: dict[str, Figure] = {
            "previous": previous,
            "before": stage.count + stage.drop_off,
            "after": stage.count,
            "rate": Share(stage.conversion_from_previous or 0.0),
            "low": Share(stage.interval.low),
            "high": Share(stage.interval.high),
        }
        yield Phrase("critic.stuck.judged" if transition.weakest else "critic.stuck.few", figures)
    if transition.long_stay and transition.days is not None and transition.usual is not None:
        days: dict[str, Figure] = {"days": Amount(transition.days), "usual": Amount(transition.usual)}
        yield Phrase("critic.stuck.stay", {"previous": previous, **days})
