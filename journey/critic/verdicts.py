"""What the team said to findings: an answer holds only as long as the finding rests on the same evidence."""

from collections.abc import Iterable

from journey.critic.finding import About, Finding
from journey.model import FindingAnswer, Workshop


def answer_to(finding: Finding, workshop: Workshop) -> FindingAnswer | None:
    """The team's answer to a finding; None while it is open, and again when its evidence has changed."""
    return next(
        (each for each in workshop.answers if (each.rule, each.evidence) == (finding.rule, finding.evidence)), None
    )


def open_findings(found: Iterable[Finding], workshop: Workshop) -> tuple[Finding, ...]:
    """The findings that nobody has answered, in their order."""
    answered = {(each.rule, each.evidence) for each in workshop.answers}
    return tuple(finding for finding in found if (finding.rule, finding.evidence) not in answered)


def listed(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that are told one by one, on the page and in every file: all but those that something is not filled in
    yet, in their order. However young a card is, it is among them."""
    return tuple(finding for finding in found if finding.about is not About.UNFILLED)
