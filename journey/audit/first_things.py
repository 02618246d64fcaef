"""What to do first: for the answers that weigh most a touchpoint of the catalogue, or a way to count, and how to begin.

The app's own rule: the phases in the order of their scores, the lowest first, then the whole firm; each gives its
weightiest answer (no, then partly, then "I don't know", in the order of the questions), and once all have given one, its
next. Nothing is proposed twice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from journey.audit import Score, answer_words, given
from journey.catalogue import proxy_words, title_of
from journey.editing import next_rank
from journey.model import LINE_LIMIT, Action, Answer, AuditAnswer, Language, Workshop, new_id
from journey.questionnaire import AuditQuestion, taken_up

MOST = 3
RULE = "first-thing"
"""What actions that were made of such a thing name as their rule."""

_WEIGHTS = {Answer.NO: 0, Answer.PARTLY: 1, Answer.UNKNOWN: 2}


@dataclass(frozen=True)
class FirstThing:
    """What to do, how to begin, and why: the answer to a question, with the id of that answer. `deed` says the first two in one
    line; `phase` is None for the whole firm; `taken` where an action has taken it up."""

    title: str
    begin: str
    deed: str
    why: str
    phase: str | None
    answer: str
    taken: bool


def first_things(
    workshop: Workshop, asked: Sequence[AuditQuestion], judged: Mapping[str, Score], language: Language
) -> tuple[FirstThing, ...]:
    """At most three, the weightiest first; fewer where few answers ask for something."""
    answers, taken = given(workshop), taken_up(workshop)
    weak: dict[str | None, list[tuple[AuditQuestion, AuditAnswer]]] = {}
    for question in asked:
        answer = answers.get((question.id, question.phase))
        if answer and answer.answer in _WEIGHTS and question.begin:
            weak.setdefault(question.phase, []).append((question, answer))
    turns = [
        sorted(weak[phase], key=lambda pair: _WEIGHTS[pair[1].answer])
        for phase in sorted(weak, key=lambda phase: _order(phase, judged))
    ]
    found: dict[str, FirstThing] = {}
    for question, answer in filter(None, chain.from_iterable(zip_longest(*turns))):
        found.setdefault(question.touchpoint or question.proxy, _thing(question, answer, answer.id in taken, language))
    return tuple(found.values())[:MOST]


def as_actions(workshop: Workshop, things: Sequence[FirstThing]) -> list[Action]:
    """Those of the things that no action has taken up, as actions of a workshop: what to do and how to begin is their title,
    and their notes say why."""
    rank = next_rank(workshop.actions)
    return [
        Action(
            id=new_id(), rank=rank + place, title=each.deed[:LINE_LIMIT], phase=each.phase, rule=RULE,
            subject=each.answer, note=each.why,
        )
        for place, each in enumerate(one for one in things if not one.taken)
    ]  # fmt: skip


def _order(phase: str | None, judged: Mapping[str, Score]) -> tuple[bool, bool, int]:
    score = judged[phase].score if phase is not None and phase in judged else None
    return phase is None, score is None, score or 0


def _thing(question: AuditQuestion, answer: AuditAnswer, taken: bool, language: Language) -> FirstThing:
    title = title_of(question.touchpoint, language) if question.touchpoint else proxy_words(question.proxy, language)
    why = answer_words(question, answer.answer, language)
    deed = f"{title}: {question.begin}" if question.touchpoint else question.begin
    return FirstThing(title, question.begin, deed, why, question.phase, answer.id, taken)
