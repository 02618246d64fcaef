"""The self-audit judged: a score per phase with its reasons, tasks from what nobody knows, and article A's two questions.

How a phase is scored (the app's own rule): "yes" counts 1, "partly" a half, "no" nothing, and the mean of the known
answers gives up to 100 points. "I don't know" and questions left open count neither for nor against. A phase without a
known answer begins with 100 points if it has touchpoints, with none if others have some, and has no score where there is
no map either. Every open finding in the phase takes points off.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import floor

from journey.critic import Finding, Severity, answer_to, findings, open_findings
from journey.model import Answer, AuditAnswer, Language, MapState, Verdict, Workshop
from journey.phases import PhaseModel
from journey.questionnaire import AuditQuestion, questions, taken_up
from journey.texts import choice, text

WORTH = {Answer.YES: 1.0, Answer.PARTLY: 0.5, Answer.NO: 0.0}
TAKES_OFF = {Severity.HIGH: 20, Severity.MEDIUM: 10, Severity.LOW: 5, Severity.STRENGTH: 0}
"""Points that an open finding takes off its phase."""

GREEN_FROM, AMBER_FROM = 75, 40
_STUCK_RULES = ("stuck-phase", "weakest-step")


class Colour(StrEnum):
    """How a phase is doing; GREY = nobody knows."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    GREY = "grey"


@dataclass(frozen=True)
class Score:
    """0 to 100 points, None where nothing is known; `reasons` are sentences, the weightiest first."""

    score: int | None
    colour: Colour
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """What to do about an answer "I don't know": how to begin to count, or what to find out, and why: the question with its
    answer. `answer` is the id of that answer (the subject of the action that it may become)."""

    title: str
    why: str
    phase: str | None
    question: str
    answer: str


@dataclass(frozen=True)
class Conclusions:
    """Article A's two audit questions, answered: the phases that nobody considered (no touchpoint, and no question about
    them answered with yes or partly; None = nothing is known yet), and the phases where prospects most likely get stuck
    (several where their scores tie, none where nothing says so), with the reason in words. Where the map is empty, it says nothing: then `unanswered` are the
    phases without a known answer, and `without_touchpoint`, else those of today's map, is None."""

    unconsidered: tuple[str, ...] | None
    unanswered: tuple[str, ...]
    without_touchpoint: tuple[str, ...] | None
    stuck: tuple[str, ...]
    because: str


def given(workshop: Workshop) -> Mapping[tuple[str, str | None], AuditAnswer]:
    """The answers by question and phase (None = the whole firm); the first to a question counts."""
    return {(each.question, each.phase): each for each in reversed(workshop.audit)}


def scores(
    workshop: Workshop,
    model: PhaseModel,
    language: Language,
    found: Iterable[Finding] | None = None,
    asked: Sequence[AuditQuestion] | None = None,
) -> dict[str, Score]:
    """The score of every phase of the model, in phase order. `found` may hand over the findings, if they are at hand, and
    `asked` the questions as they were asked, where that was in other words than the model's."""
    known = open_findings(findings(workshop, language) if found is None else found, workshop)
    answers = given(workshop)
    asked = questions(model, language) if asked is None else asked
    mapped = _mapped(workshop)
    return {
        phase.id: _score(
            [(q, answers[q.id, phase.id].answer) for q in asked if q.phase == phase.id and (q.id, phase.id) in answers],
            [finding for finding in known if finding.phase == phase.id and TAKES_OFF[finding.severity]],
            None if not mapped else phase.id in mapped,
            language,
        )
        for phase in model.phases
    }


def tasks(workshop: Workshop, model: PhaseModel, language: Language) -> tuple[Task, ...]:
    """What to count or to find out: every question answered with "I don't know" that no action has taken up yet."""
    answers, taken = given(workshop), taken_up(workshop)
    unknown = (
        (question, answers[question.id, question.phase])
        for question in questions(model, language)
        if (question.id, question.phase) in answers
    )
    return tuple(
        Task(
            _to_do(question, model, language), answer_words(question, answer.answer, language), question.phase,
            question.id, answer.id,
        )
        for question, answer in unknown
        if answer.answer is Answer.UNKNOWN and answer.id not in taken
    )  # fmt: skip


def conclusions(
    workshop: Workshop, model: PhaseModel, language: Language, found: Iterable[Finding] | None = None
) -> Conclusions:
    """Were all phases considered, and where do prospects get stuck (article A)? By the counts if they tell, else by the
    phase with the lowest score that is not green."""
    known = findings(workshop, language) if found is None else tuple(found)
    believed = [finding for finding in known if not _dismissed(finding, workshop)]
    considered = _considered(workshop, model)
    told = next((f for rule in _STUCK_RULES for f in believed if f.rule == rule and f.phase), None)
    if told:
        return Conclusions(*considered, (told.phase,), f"{told.title}. {told.why}")
    judged = {
        phase: score.score
        for phase, score in scores(workshop, model, language, known).items()
        if score.score is not None
    }
    lowest = min(judged.values(), default=GREEN_FROM)
    if lowest >= GREEN_FROM:
        return Conclusions(*considered, (), text("scores.stuck_unknown", language))
    weakest = tuple(phase for phase, score in judged.items() if score == lowest)
    if len(weakest) == 1:
        because = text("scores.lowest", language, phase=model.phase_name(weakest[0]), score=lowest)
    elif len(weakest) < len(judged):
        named = ", ".join(text("scores.named", language, phase=model.phase_name(phase)) for phase in weakest)
        because = text("scores.lowest_shared", language, phases=named, score=lowest)
    else:
        return Conclusions(*considered, (), text("scores.all_equal", language, score=lowest))
    return Conclusions(*considered, weakest, because)


def _considered(
    workshop: Workshop, model: PhaseModel
) -> tuple[tuple[str, ...] | None, tuple[str, ...], tuple[str, ...] | None]:
    """The first three fields of Conclusions."""
    phases = [phase.id for phase in model.phases]
    worth = [(each.phase, WORTH[each.answer]) for each in given(workshop).values() if each.answer in WORTH]
    answered, good = {phase for phase, _ in worth}, {phase for phase, points in worth if points}
    without = tuple(phase for phase in phases if phase not in _mapped(workshop))
    if len(without) < len(phases):
        return tuple(phase for phase in without if phase not in good), (), without
    missed = tuple(phase for phase in phases if phase in answered and phase not in good)
    unanswered = tuple(phase for phase in phases if phase not in answered)
    return missed if len(unanswered) < len(phases) else None, unanswered, None


def _score(
    answers: list[tuple[AuditQuestion, Answer]], found: list[Finding], touched: bool | None, language: Language
) -> Score:
    known = [WORTH[answer] for _, answer in answers if answer in WORTH]
    reasons = [answer_words(question, answer, language) for question, answer in answers if WORTH.get(answer, 1.0) < 1]
    reasons += [finding.title for finding in found]
    if known:
        points = 100 * sum(known) / len(known)
    elif touched is None:
        return Score(None, Colour.GREY, (*reasons, text("scores.nothing", language)))
    else:
        points = 100.0 if touched else 0.0
        reasons.append(text("scores.touched" if touched else "scores.untouched", language))
    whole = max(0, floor(points - sum(TAKES_OFF[finding.severity] for finding in found) + 0.5))
    colour = Colour.GREEN if whole >= GREEN_FROM else Colour.AMBER if whole >= AMBER_FROM else Colour.RED
    return Score(whole, colour, tuple(reasons))


def _to_do(question: AuditQuestion, model: PhaseModel, language: Language) -> str:
    """What is counted begins with how to count it; anything else has to be found out."""
    if not (question.proxy and question.begin):
        return text("scores.find_out", language, question=question.text)
    if question.phase is None:
        return question.begin
    return text("scores.count", language, phase=model.phase_name(question.phase), begin=question.begin)


def answer_words(question: AuditQuestion, answer: Answer, language: Language) -> str:
    """A question with its answer."""
    return text("scores.answered", language, question=question.text, answer=choice(answer, language))


def _dismissed(finding: Finding, workshop: Workshop) -> bool:
    answer = answer_to(finding, workshop)
    return answer is not None and answer.verdict is Verdict.DISMISSED


def _mapped(workshop: Workshop) -> frozenset[str]:
    """The phases that have a touchpoint today."""
    return frozenset(t.phase for t in workshop.touchpoints if t.state is not MapState.TO_BE)
