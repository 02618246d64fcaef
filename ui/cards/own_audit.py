"""The self-audit of this browser's person, which no workshop holds: the answers so far, kept in the store."""

from collections.abc import Mapping

from journey.audit import given
from journey.editing import next_rank
from journey.model import LINE_LIMIT, Answer, AuditAnswer, Frame, Workshop, keyed_id, new_id
from journey.phases import PhaseModel
from journey.questionnaire import PLAIN_MODEL, AuditQuestion, plain_model, plain_questions
from ui.state import session

Key = tuple[str, str | None]


def held() -> Workshop:
    """What was answered, as the workshop that it may become; an empty one before the first answer."""
    kept = session.store().self_audits.of(session.current().browser)
    return kept or Workshop(frame=Frame(id=new_id(), phase_model=PLAIN_MODEL))


def model() -> PhaseModel:
    """The stages, called by what people do in them."""
    return plain_model(session.language())


def asked() -> tuple[AuditQuestion, ...]:
    """The questions, stage by stage."""
    return plain_questions(session.language())


def answers(audit: Workshop) -> Mapping[Key, AuditAnswer]:
    """The answers to questions that are still asked."""
    known = {key_of(question) for question in asked()}
    return {key: answer for key, answer in given(audit).items() if key in known}


def first_open(audit: Workshop) -> int:
    """The place from 0 of the first question without an answer; 0 where every one has."""
    given = answers(audit)
    return next((place for place, question in enumerate(asked()) if key_of(question) not in given), 0)


def key_of(question: AuditQuestion) -> Key:
    """What tells a question from the others."""
    return question.id, question.phase


def answer(question: AuditQuestion, chosen: Answer) -> None:
    """Keep an answer. StoreError."""
    audit = held()
    former = given(audit).get(key_of(question))
    rank = former.rank if former else next_rank(audit.audit)
    fresh = AuditAnswer(
        id=former.id if former else keyed_id("audit", *key_of(question)),
        rank=rank,
        question=question.id,
        phase=question.phase,
        answer=chosen,
    )
    others = [each for each in audit.audit if each.id != fresh.id]
    _keep(audit.with_collection("audit", [*others, fresh]))


def call(firm: str) -> None:
    """Keep what the firm is called. StoreError."""
    audit = held()
    _keep(audit.with_frame(Frame.model_validate({**dict(audit.frame), "organisation": firm[:LINE_LIMIT]})))


def forget() -> None:
    """Nothing of the answers is left. StoreError."""
    session.store().self_audits.forget(session.current().browser)


def _keep(audit: Workshop) -> None:
    session.store().self_audits.keep(session.current().browser, audit)
