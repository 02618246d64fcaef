"""Rules about what is missing: phases without touchpoints or content, touchpoints for nobody, cards without a phase."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from journey import switching
from journey.critic.case import Case
from journey.critic.finding import Figure, Kinds, PhaseName, Severity, Share, Sighting
from journey.editing import kind_of
from journey.model import MapState


def empty_phases(case: Case) -> Iterator[Sighting]:
    """Neighbouring phases without touchpoints. High between phases that have some: people must jump there (article A)."""
    filled = [place for place, touchpoints in enumerate(case.by_phase.values()) if touchpoints]
    if not filled:
        return
    phases = enumerate(case.by_phase.items())
    for empty, run in groupby(phases, key=lambda entry: not entry[1][1]):
        if empty:
            places = {place: phase for place, (phase, _) in run}
            between = filled[0] < min(places) and max(places) < filled[-1]
            yield _gap(case, tuple(places.values()), len(filled), Severity.HIGH if between else Severity.MEDIUM)


def _gap(case: Case, phases: tuple[str, ...], filled: int, severity: Severity) -> Sighting:
    planned = tuple(t.id for t in case.workshop.touchpoints if t.phase in phases and t.state is MapState.TO_BE)
    figures: dict[str, Figure] = {
        "count": len(phases),
        "last": PhaseName(phases[-1]),
        "filled": filled,
        "total": len(case.by_phase),
        "planned": len(planned),
    }
    return Sighting(severity, phases[0], planned, figures)


def phase_without_content(case: Case) -> Iterator[Sighting]:
    """A phase that has touchpoints but no content, neither at one of them nor in the phase's own note."""
    noted = {note.phase for note in case.workshop.phase_notes if note.content}
    for phase, touchpoints in case.by_phase.items():
        if touchpoints and phase not in noted and not any(touchpoint.content for touchpoint in touchpoints):
            cards = tuple(touchpoint.id for touchpoint in touchpoints)
            yield Sighting(Severity.MEDIUM, phase, cards, {"count": len(cards)})


def relevant_to_nobody(case: Case) -> Iterator[Sighting]:
    """Touchpoints that name none of the personas there are: medium when they are more than half."""
    known = {persona.id for persona in case.workshop.personas}
    idle = tuple(t.id for t in case.touchpoints if not known & set(t.personas)) if known else ()
    if idle:
        total = len(case.touchpoints)
        severity = Severity.MEDIUM if len(idle) > total / 2 else Severity.LOW
        figures: dict[str, Figure] = {
            "count": len(idle),
            "total": total,
            "share": Share(len(idle) / total),
            "personas": len(known),
        }
        yield Sighting(severity, cards=idle, figures=figures)


def unplaced(case: Case) -> Iterator[Sighting]:
    """Cards in phases that the model does not have: neither map nor funnel can show where they belong."""
    lost = {card.id: kind_of(card) for card in switching.unplaced(case.workshop)}
    if lost:
        kinds = Counter(lost.values())
        yield Sighting(Severity.HIGH, cards=tuple(lost), figures={"count": len(lost), "cards": Kinds(kinds)})
