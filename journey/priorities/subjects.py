"""What can have a priority: findings that ask for something, pain points, and ideas."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from journey.critic import About, Finding, Severity, answer_to
from journey.model import LINE_LIMIT, Language, Priority, Verdict, Workshop, lines
from journey.texts import text


class RatedKind(StrEnum):
    """What has a priority. CARD: any other card, as somebody named it in a workbook."""

    FINDING = "finding"
    PAIN = "pain"
    IDEA = "idea"
    CARD = "card"


SubjectKey = tuple[str, str, str, str]
"""Rule, phase, card and pain point: what a priority is recognised by."""


@dataclass(frozen=True)
class RatedSubject:
    """Something that can have a priority. `phase` is where it belongs ("" = the whole journey), `card` what a click opens ("" =
    none)."""

    kind: RatedKind
    words: str
    phase: str
    key: SubjectKey
    card: str = ""


def subjects_of(workshop: Workshop, found: Iterable[Finding], language: Language) -> tuple[RatedSubject, ...]:
    """Everything that can have a priority: findings without strengths, without what is merely not filled in and without
    what the team dismissed; the pain points of each touchpoint; the ideas. Findings of a rule about the same phase and the
    same first card are one."""
    asked = [_finding(one) for one in found if _is_asked(one, workshop)]
    pains = [
        RatedSubject(RatedKind.PAIN, pain, touchpoint.phase, ("", "", touchpoint.id, pain[:LINE_LIMIT]), touchpoint.id)
        for touchpoint in workshop.touchpoints
        for pain in lines(touchpoint.pain_points)
    ]
    untitled = text("frame.untitled", language)
    ideas = [
        RatedSubject(RatedKind.IDEA, idea.title or untitled, idea.phase, ("", "", idea.id, ""), idea.id)
        for idea in workshop.opportunities
    ]
    first = {subject.key: subject for subject in reversed([*asked, *pains, *ideas])}
    return tuple(reversed(first.values()))


def priority_of(workshop: Workshop, subject: RatedSubject, rank: float) -> Priority:
    """A new priority of a subject, without values yet; whoever makes it makes the same one."""
    rule, phase, card, pain = subject.key
    return Priority(
        id=workshop.id_for("priorities", *subject.key), rank=rank, subject=subject.words[:LINE_LIMIT], card=card or None, pain=pain, rule=rule,
        phase=phase or None,
    )  # fmt: skip


def key_of(priority: Priority) -> SubjectKey:
    """What a priority is recognised by."""
    if priority.rule:
        return priority.rule, priority.phase or "", priority.card or "", ""
    return "", "", priority.card or "", priority.pain


def _is_asked(finding: Finding, workshop: Workshop) -> bool:
    if finding.severity is Severity.STRENGTH or finding.about is About.UNFILLED:
        return False
    answer = answer_to(finding, workshop)
    return answer is None or answer.verdict is not Verdict.DISMISSED


def _finding(finding: Finding) -> RatedSubject:
    """A finding is recognised by its rule and where it is, not by its figures: these change with every count."""
    card = finding.cards[0] if finding.cards and finding.about is About.CARD else ""
    key = finding.rule, finding.phase, card, ""
    return RatedSubject(RatedKind.FINDING, finding.title, finding.phase, key, card)
