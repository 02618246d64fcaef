"""What statements rest on, and what nobody knows."""

from typing import Any

from journey.critic import Severity
from journey.model import Action, Language
from tests.builders import a_citation, a_persona, a_source, a_touchpoint, a_workshop
from tests.critic.seen import AIDA, found, only

SOURCES = [a_source(id="guess", kind="assumption"), a_source(id="survey", kind="survey")]


def _workshop(*citations: Any) -> Any:
    cards = [a_touchpoint("Till", id="till", emotion=-1), a_touchpoint("Bag", id="bag", rank=1)]
    return a_workshop(personas=[a_persona("Alma", id="alma")], touchpoints=cards, sources=SOURCES, citations=citations)


def test_statements_without_evidence_or_with_assumptions_only_are_found() -> None:
    workshop = _workshop(a_citation("alma", "guess"), a_citation("till", "survey", field="emotion"))
    finding = only("assumption-only", workshop)
    assert (finding.severity, finding.cards) == (Severity.LOW, ("alma",))
    assert "Personas and scored touchpoints: 2. Of these, without evidence but assumptions: 1 (50%)" in finding.why
    assert "only assumptions: 1, no source at all: 0" in finding.why
    assert only("assumption-only", workshop, Language.DE).title == "Eine Karte beruht auf Annahmen"
    bare = only("assumption-only", _workshop())
    assert (bare.severity, bare.cards) == (Severity.MEDIUM, ("alma", "till"))


def test_one_source_that_was_asked_is_enough_and_one_that_is_gone_is_none() -> None:
    both = (a_citation("alma", "guess"), a_citation("alma", "survey"), a_citation("till", "survey"))
    assert not found("assumption-only", _workshop(*both))
    gone = (a_citation("alma", "survey"), a_citation("till", "gone"))
    assert only("assumption-only", _workshop(*gone)).cards == ("till",)
    assert not found("assumption-only", a_workshop(touchpoints=[a_touchpoint()]))


def _answered(*answers: tuple[str, str | None, str]) -> Any:
    return a_workshop(
        audit=[
            {"id": f"a{rank}", "rank": rank, "question": question, "phase": phase, "answer": answer}
            for rank, (question, phase, answer) in enumerate(answers)
        ]
    )


def test_what_nobody_knows_is_a_task_to_start_measuring() -> None:
    workshop = _answered(
        ("stuck-known", None, "unknown"), ("known-numbers", AIDA[0], "unknown"), ("groups", None, "no")
    )
    finding = only("start-measuring", workshop)
    assert (finding.severity, finding.cards) == (Severity.LOW, ("a0", "a1"))
    assert "Do you know at which stage prospects get stuck?" in finding.why
    assert finding.title.startswith("2 answers")
    assert "hängen bleiben" in only("start-measuring", workshop, Language.DE).why


def test_only_the_first_answer_to_a_question_that_is_asked_counts() -> None:
    assert not found("start-measuring", _answered(("groups", None, "yes"), ("groups", None, "unknown")))
    assert not found("start-measuring", _answered(("nonsense", None, "unknown"), ("groups", "gone.phase", "unknown")))
    assert not found("start-measuring", _answered(("groups", None, "no")))


def test_what_an_action_has_taken_up_is_no_finding_any_more() -> None:
    workshop = _answered(("stuck-known", None, "unknown"), ("known-numbers", AIDA[0], "unknown"))
    one = workshop.with_collection("actions", [Action(id="do", subject="a0")])
    assert only("start-measuring", one).cards == ("a1",)
    both = one.with_collection("actions", [*one.actions, Action(id="do-too", subject="a1")])
    assert not found("start-measuring", both)
