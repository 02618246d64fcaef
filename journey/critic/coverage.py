"""Rules about what is missing: phases without touchpoints or content, cards without a phase; and whether touchpoints that
name no persona are meant for all."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from journey import switching
from journey.critic.examination import Examination
from journey.critic.finding import Figure, Kinds, PhaseName, Severity, Share, Sighting
from journey.editing import kind_of
from journey.journey_map import named_personas
from journey.model import MapState


def empty_phases(examined: Examination) -> Iterator[Sighting]:
    """Neighbouring phases without touchpoints. High between phases that have some: people must jump there (article A)."""
    filled = [place for place, touchpoints in enumerate(examined.by_phase.values()) if touchpoints]
    if not filled:
        return
    phases = enumerate(examined.by_phase.items())
    for empty, run in groupby(phases, key=lambda entry: not entry[1][1]):
        if empty:
            places = {place: phase for place, (phase, _) in run}
            between = filled[0] < min(places) and max(places) < filled[-1]
            yield _gap(examined, tuple(places.values()), len(filled), Severity.HIGH if between else Severity.MEDIUM)


def _gap(examined: Examination, phases: tuple[str, ...], filled: int, severity: Severity) -> Sighting:
    planned = tuple(t.id for t in examined.workshop.touchpoints if t.phase in phases and t.state is MapState.TO_BE)
    figures: dict[str, Figure] = {
        "count": len(phases),
        "last": PhaseName(phases[-1]),
        "filled": filled,
        "total": len(examined.by_phase),
        "planned": len(planned),
    }
    return Sighting(severity, phases[0], planned, figures)


def phase_without_content(examined: Examination) -> Iterator[Sighting]:
    """A phase that has touchpoints but no content, neither at one of them nor in the phase's own note."""
    noted = {note.phase for note in examined.workshop.phase_notes if note.content}
    for phase, touchpoints in examined.by_phase.items():
        if touchpoints and phase not in noted and not any(touchpoint.content for touchpoint in touchpoints):
            cards = tuple(touchpoint.id for touchpoint in touchpoints)
            yield Sighting(Severity.MEDIUM, phase, cards, {"count": len(cards)})


def meant_for_all(examined: Examination) -> Iterator[Sighting]:
    """Touchpoints that name none of several personas: they matter to all of them, which is nothing missing, but may not
    be meant."""
    if len(examined.people) < 2:
        return
    common = tuple(t.id for t in examined.touchpoints if not named_personas(examined.workshop, t))
    if common:
        total = len(examined.touchpoints)
        figures: dict[str, Figure] = {
            "count": len(common),
            "total": total,
            "share": Share(len(common) / total),
            "personas": len(examined.people),
        }
        yield Sighting(Severity.LOW, cards=common, figures=figures)


def unplaced(examined: Examination) -> Iterator[Sighting]:
    """Cards in phases that the model does not have: neither map nor funnel can show where they belong."""
    lost = {card.id: kind_of(card) for card in switching.unplaced(examined.workshop)}
    if lost:
        kinds = Counter(lost.values())
        yield Sighting(Severity.HIGH, cards=tuple(lost), figures={"count": len(lost), "cards": Kinds(kinds)})
