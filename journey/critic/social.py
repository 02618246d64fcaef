"""Rules about social media (article C): it must fit the firm's values, and existing customers are asked first."""

from collections.abc import Iterator

from journey.critic.examination import Examination
from journey.critic.finding import CardNames, Figure, Phrase, Severity, Sighting
from journey.model import Answer, AuditAnswer, Channel, EvidenceKind
from journey.questionnaire import CUSTOMERS_FIRST, HONESTY, taken_up

_ASKED = (EvidenceKind.SURVEY, EvidenceKind.INTERVIEW, EvidenceKind.FEEDBACK)
_DOUBTFUL = (Answer.NO, Answer.UNKNOWN)


def social_honesty(examined: Examination) -> Iterator[Sighting]:
    """Social media is used, but the firm's values are noted nowhere, or the team said that it cannot be that honest, or
    does not know. It is silent once an action has taken up that answer."""
    used = _used(examined)
    answer = _answer(examined, HONESTY)
    if (
        used
        and not _is_taken_up(examined, HONESTY)
        and (not examined.workshop.frame.company_values or answer in _DOUBTFUL)
    ):
        figures: dict[str, Figure] = {
            "count": len(used),
            "touchpoints": CardNames(used),
            "values": len(examined.workshop.frame.company_values.splitlines()),
            "answer": _said(answer),
        }
        severity = Severity.MEDIUM if answer is Answer.NO else Severity.LOW
        yield Sighting(severity, cards=used, figures=figures)


def customers_first(examined: Examination) -> Iterator[Sighting]:
    """Social media is used, but the existing customers were not asked first: the team says no or does not know, or has
    not answered and names no survey, interview or feedback. It is silent once an action has taken up that answer."""
    used = _used(examined)
    answer = _answer(examined, CUSTOMERS_FIRST)
    sources = sum(source.kind in _ASKED for source in examined.workshop.sources)
    if (
        used
        and not _is_taken_up(examined, CUSTOMERS_FIRST)
        and (answer in _DOUBTFUL or (answer is None and not sources))
    ):
        figures: dict[str, Figure] = {
            "count": len(used),
            "touchpoints": CardNames(used),
            "sources": sources,
            "answer": _said(answer),
        }
        yield Sighting(Severity.MEDIUM if answer is Answer.NO else Severity.LOW, cards=used, figures=figures)


def _used(examined: Examination) -> tuple[str, ...]:
    return tuple(t.id for t in examined.touchpoints if t.channel is Channel.SOCIAL_MEDIA)


def _answer(examined: Examination, question: str) -> Answer | None:
    """The first answer for the whole firm; None when nobody answered."""
    given = _given(examined, question)
    return given.answer if given else None


def _is_taken_up(examined: Examination, question: str) -> bool:
    given = _given(examined, question)
    return given is not None and given.id in taken_up(examined.workshop)


def _given(examined: Examination, question: str) -> AuditAnswer | None:
    return next((each for each in examined.workshop.audit if each.question == question and each.phase is None), None)


def _said(answer: Answer | None) -> Phrase:
    return Phrase(f"choices.Answer.{answer}" if answer else "critic.words.no_answer")
