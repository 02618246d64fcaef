"""Answers to findings."""

from journey.critic import answer_to, findings, open_findings
from journey.model import FindingAnswer, Language, Verdict, Workshop
from tests.builders import a_touchpoint, a_workshop


def _a_low(**fields: object) -> Workshop:
    return a_workshop(touchpoints=[a_touchpoint("Kasse", id="till", **{"emotion": -1, "content": "x", **fields})])


def _dismissed(workshop: Workshop) -> Workshop:
    finding = next(each for each in findings(workshop, Language.DE) if each.rule == "emotion-low")
    answer = FindingAnswer(id="a", rule=finding.rule, evidence=finding.evidence, verdict=Verdict.DISMISSED)
    return workshop.with_collection("answers", [answer])


def test_an_answered_finding_is_no_longer_open_in_any_language() -> None:
    workshop = _dismissed(_a_low())
    for language in Language:
        found = findings(workshop, language)
        low = next(each for each in found if each.rule == "emotion-low")
        answer = answer_to(low, workshop)
        assert answer is not None
        assert answer.verdict is Verdict.DISMISSED
        assert low not in open_findings(found, workshop)
        assert len(open_findings(found, workshop)) == len(found) - 1


def test_a_dismissed_finding_is_open_again_when_its_evidence_changes() -> None:
    worse = _a_low(pain_points="Lange Schlange").with_collection("answers", _dismissed(_a_low()).answers)
    low = next(each for each in findings(worse, Language.DE) if each.rule == "emotion-low")
    assert answer_to(low, worse) is None
    assert low in open_findings(findings(worse, Language.DE), worse)
