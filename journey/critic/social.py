"""Rules about social media (article C): it must fit the firm's values, and existing customers are asked first."""

from collections.abc import Iterator

from journey.critic.case import Case
from journey.critic.finding import Figure, Names, Phrase, Severity, Sighting
from journey.model import Answer, Channel, EvidenceKind
from journey.questionnaire import CUSTOMERS_FIRST, HONESTY

_ASKED = (EvidenceKind.SURVEY, EvidenceKind.INTERVIEW, EvidenceKind.FEEDBACK)
_DOUBTFUL = (Answer.NO, Answer.UNKNOWN)


def social_honesty(case: Case) -> Iterator[Sighting]:
    """Social media is used, but the firm's values are noted nowhere, or the team said that it cannot be that honest, or
    does not know."""
    used = _used(case)
    answer = _answer(case, HONESTY)
    if used and (not case.workshop.frame.company_values or answer in _DOUBTFUL):
        figures: dict[str, Figure] = {
            "count": len(used),
            "touchpoints": Names(used),
            "values": len(case.workshop.frame.company_values.splitlines()),
            "answer": _said(answer),
        }
        severity = Severity.MEDIUM if answer is Answer.NO else Severity.LOW
        yield Sighting(severity, cards=used, figures=figures)


def customers_first(case: Case) -> Iterator[Sighting]:
    """Social media is used, but the existing customers were not asked first: the team says no or does not know, or has
    not answered and names no survey, interview or feedback."""
    used = _used(case)
    answer = _answer(case, CUSTOMERS_FIRST)
    sources = sum(source.kind in _ASKED for source in case.workshop.sources)
    if used and (answer in _DOUBTFUL or (answer is None and not sources)):
        figures: dict[str, Figure] = {
            "count": len(used),
            "touchpoints": Names(used),
            "sources": sources,
            "answer": _said(answer),
        }
        yield Sighting(Severity.MEDIUM if answer is Answer.NO else Severity.LOW, cards=used, figures=figures)


def _used(case: Case) -> tuple[str, ...]:
    return tuple(t.id for t in case.touchpoints if t.channel is Channel.SOCIAL_MEDIA)


def _answer(case: Case, question: str) -> Answer | None:
    """The first answer for the whole firm; None when nobody answered."""
    return next((a.answer for a in case.workshop.audit if a.question == question and a.phase is None), None)


def _said(answer: Answer | None) -> Phrase:
    return Phrase(f"choices.Answer.{answer}" if answer else "critic.words.no_answer")
