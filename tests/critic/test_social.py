"""Social media: honest with one's own values, and after asking the existing customers."""

from typing import Any

import pytest

from journey.critic import Severity
from journey.model import Action, Language, Workshop
from tests.builders import a_frame, a_source, a_touchpoint, a_workshop
from tests.critic.seen import found, only


def _social(question: str = "", answer: str = "", *, values: str = "", **collections: Any) -> Workshop:
    audit = [{"id": "a", "question": question, "answer": answer}] if answer else []
    post = a_touchpoint("LinkedIn", id="post", channel="social_media")
    fields = {"frame": a_frame(company_values=values), "touchpoints": [post], "audit": audit, **collections}
    return a_workshop(**fields)


def test_social_media_without_noted_values_is_questioned() -> None:
    finding = only("social-honesty", _social())
    assert (finding.severity, finding.cards, finding.article) == (Severity.LOW, ("post",), "C")
    assert "Values of the firm noted: 0. Can we be honest there? Answer in the self-audit: none yet." in finding.why
    assert "noch keine" in only("social-honesty", _social(), Language.DE).why


@pytest.mark.parametrize(("answer", "severity"), [("no", Severity.MEDIUM), ("unknown", Severity.LOW)])
def test_values_do_not_help_who_cannot_be_honest(answer: str, severity: Severity) -> None:
    assert only("social-honesty", _social("honesty", answer, values="Honesty")).severity is severity


@pytest.mark.parametrize("answer", ["", "yes", "partly"])
def test_noted_values_and_no_doubt_are_fine(answer: str) -> None:
    assert not found("social-honesty", _social("honesty", answer, values="Honesty"))


@pytest.mark.parametrize("rule", ["social-honesty", "customers-first"])
def test_without_social_media_nothing_is_asked(rule: str) -> None:
    assert not found(rule, _social(touchpoints=[a_touchpoint(channel="email")]))


def test_social_media_before_asking_the_customers_is_questioned() -> None:
    finding = only("customers-first", _social(sources=[a_source(kind="assumption")]))
    assert (finding.severity, finding.cards) == (Severity.LOW, ("post",))
    assert "Sources for which somebody was asked: 0." in finding.why
    assert (
        only("customers-first", _social("customers-first", "no", sources=[a_source(kind="survey")])).severity
        is Severity.MEDIUM
    )
    assert only("customers-first", _social(), Language.DE).title.startswith("Social Media, ohne zuerst")


def test_an_answer_or_a_source_shows_that_customers_were_asked() -> None:
    assert not found("customers-first", _social("customers-first", "yes"))
    assert not found("customers-first", _social(sources=[a_source(kind="interview")]))


@pytest.mark.parametrize("rule", ["social-honesty", "customers-first"])
def test_an_answer_that_an_action_has_taken_up_is_no_finding_any_more(rule: str) -> None:
    question = rule.removeprefix("social-")
    doubtful = _social(question, "no")
    assert only(rule, doubtful)
    assert not found(rule, doubtful.with_collection("actions", [Action(id="do", subject=doubtful.audit[0].id)]))
