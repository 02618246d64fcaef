"""Rules about single contacts: right content, right time, right channel, and whether the customer's question is answered."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Figure, QuotedQuestion, Severity, Sighting
from journey.journey_map import matters_to
from journey.model import Channel, Touchpoint, Workshop
from journey.phases import PhaseModel


class Reply(StrEnum):
    """What a persona gets to its question in a phase. ABSENT: it meets nothing there."""

    ANSWERED = "answered"
    UNANSWERED = "unanswered"
    ABSENT = "absent"


@dataclass(frozen=True)
class LedgerCell:
    """One persona in one phase: the touchpoints that answer (they have content) and those that stay silent, by id.
    `persona` None stands for everybody, where there are no personas."""

    persona: str | None
    reply: Reply
    answering: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True)
class LedgerRow:
    """A phase with the customer's question ("" where an own model has none) and one cell a persona. `note` is the content
    that the team noted for the phase as a whole."""

    phase: str
    question: str
    note: str
    cells: tuple[LedgerCell, ...]


def ledger(workshop: Workshop, model: PhaseModel) -> tuple[LedgerRow, ...]:
    """Phase x persona x content: whether the customer's question of every phase is answered (articles D and E)."""
    return _ledger(Examination(workshop, model))


def right_moment(examined: Examination) -> Iterator[Sighting]:
    """Touchpoints that lack content, a phase or a channel: right content at the right time on the right channel needs all
    of them (article D). One finding for the whole journey."""
    failing = {t.id: lacks for t in examined.touchpoints if (lacks := _lacks(examined, t))}
    if failing:
        total = len(examined.touchpoints)
        figures: dict[str, Figure] = {
            part: sum(part in lacks for lacks in failing.values()) for part in ("content", "time", "channel")
        }
        figures |= {"count": len(failing), "total": total, "passed": total - len(failing)}
        figures["touchpoints"] = CardNames(tuple(failing))
        severity = Severity.MEDIUM if len(failing) > total / 2 else Severity.LOW
        yield Sighting(severity, cards=tuple(failing), figures=figures)


def question_unanswered(examined: Examination) -> Iterator[Sighting]:
    """Personas that have touchpoints in a phase, none of which has content to answer them. A phase without any content
    is left to the rule that says so."""
    for row in _ledger(examined):
        left = tuple(cell for cell in row.cells if cell.reply is Reply.UNANSWERED)
        answering = any(touchpoint.content for touchpoint in examined.by_phase[row.phase])
        if left and (row.note or answering):
            silent = {card for cell in left for card in cell.silent}
            cards = tuple(t.id for t in examined.by_phase[row.phase] if t.id in silent)
            people = tuple(cell.persona for cell in left if cell.persona)
            everyone = len(people) == len(row.cells)
            figures: dict[str, Figure] = {
                "question": QuotedQuestion(row.phase),
                "people": CardNames(() if everyone else people),
                "count": len(cards),
            }
            severity = Severity.MEDIUM if len(left) == len(row.cells) else Severity.LOW
            yield Sighting(severity, row.phase, cards, figures)


def _lacks(examined: Examination, touchpoint: Touchpoint) -> tuple[str, ...]:
    tests = {
        "content": bool(touchpoint.content),
        "time": touchpoint.phase in examined.by_phase,
        "channel": touchpoint.channel is not Channel.OTHER,
    }
    return tuple(part for part, passed in tests.items() if not passed)


def _ledger(examined: Examination) -> tuple[LedgerRow, ...]:
    notes: dict[str, str] = {}
    for note in examined.workshop.phase_notes:
        notes.setdefault(note.phase, note.content)
    people: list[str | None] = [persona.id for persona in examined.workshop.personas]
    return tuple(
        LedgerRow(
            phase.id,
            phase.question,
            notes.get(phase.id, ""),
            tuple(_cell(examined, persona, examined.by_phase[phase.id]) for persona in people or [None]),
        )
        for phase in examined.model.phases
    )


def _cell(examined: Examination, persona: str | None, touchpoints: tuple[Touchpoint, ...]) -> LedgerCell:
    met = [t for t in touchpoints if matters_to(examined.workshop, t, persona)]
    answering = tuple(t.id for t in met if t.content)
    reply = Reply.ANSWERED if answering else Reply.UNANSWERED if met else Reply.ABSENT
    return LedgerCell(persona, reply, answering, tuple(t.id for t in met if not t.content))
