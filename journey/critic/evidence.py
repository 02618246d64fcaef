"""Rules about what statements rest on (article D: surveys, feedback, tools, CRM), and about what nobody knows."""

from collections.abc import Iterator

from journey.critic.examination import Examination
from journey.critic.finding import AuditQuestions, CardNames, Enumeration, Figure, PhaseName, Severity, Share, Sighting
from journey.model import Answer, AuditAnswer, Citation, EvidenceKind, Source
from journey.questionnaire import known_questions, taken_up


def assumption_only(examined: Examination) -> Iterator[Sighting]:
    """Personas and touchpoints with a score for which nothing is cited, or only assumptions: medium when they are more
    than half of them."""
    stated = [persona.id for persona in examined.workshop.personas]
    stated += [t.id for t in examined.touchpoints if t.emotion is not None or t.persona_emotions]
    cited = _cited(examined)
    assumed = tuple(card for card in stated if cited.get(card) == {EvidenceKind.ASSUMPTION})
    bare = tuple(card for card in stated if card not in cited)
    if assumed or bare:
        weak = set(assumed) | set(bare)
        cards = tuple(card for card in stated if card in weak)
        share = len(cards) / len(stated)
        figures: dict[str, Figure] = {
            "count": len(cards),
            "total": len(stated),
            "share": Share(share),
            "assumed": len(assumed),
            "bare": len(bare),
            "cards": CardNames(cards),
        }
        yield Sighting(Severity.MEDIUM if share > 0.5 else Severity.LOW, cards=cards, figures=figures)


def start_measuring(examined: Examination) -> Iterator[Sighting]:
    """Questions of the self-audit that were answered with "I don't know" and that no action has taken up: not a fault, but
    a task."""
    unknown = _unknown(examined)
    if unknown:
        places = {phase: place for place, phase in enumerate(examined.by_phase)}
        phases = sorted({each.phase for each in unknown if each.phase in places}, key=lambda phase: places[phase or ""])
        figures: dict[str, Figure] = {
            "count": len(unknown),
            "questions": AuditQuestions(tuple(dict.fromkeys(each.question for each in unknown))),
            "phases": Enumeration(tuple(PhaseName(phase) for phase in phases if phase), ", "),
        }
        yield Sighting(Severity.LOW, cards=tuple(each.id for each in unknown), figures=figures)


def _unknown(examined: Examination) -> list[AuditAnswer]:
    """The unknown answers to known questions, for phases of the model or the whole firm, that no action is about; the first
    answer counts."""
    first: dict[tuple[str, str | None], AuditAnswer] = {}
    for each in examined.workshop.audit:
        if each.question in known_questions() and (each.phase is None or each.phase in examined.by_phase):
            first.setdefault((each.question, each.phase), each)
    taken = taken_up(examined.workshop)
    return [each for each in first.values() if each.answer is Answer.UNKNOWN and each.id not in taken]


def _cited(examined: Examination) -> dict[str, set[EvidenceKind]]:
    """The kinds of source by cited card; citations of sources that are gone count for nothing."""
    kinds: dict[str, set[EvidenceKind]] = {}
    for citation in examined.workshop.citations:
        source = _source(examined, citation)
        if source:
            kinds.setdefault(citation.card, set()).add(source.kind)
    return kinds


def _source(examined: Examination, citation: Citation) -> Source | None:
    found = examined.workshop.find(citation.source)
    return found if isinstance(found, Source) else None
