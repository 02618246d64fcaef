"""What the tests of rules share: the findings of one rule, and phases by their place."""

from journey.critic import Finding, findings
from journey.model import Language, Workshop
from journey.phases import model_of
from tests.builders import a_frame, a_workshop

AIDA = [phase.id for phase in model_of(a_workshop(), Language.EN).phases]
"""The seven phases of article D's model, the default."""

FANS = [p.id for p in model_of(a_workshop(frame=a_frame(phase_model="stranger-to-fan")), Language.EN).phases]
"""The eight phases of article A's model."""


def found(rule: str, workshop: Workshop, language: Language = Language.EN) -> list[Finding]:
    return [finding for finding in findings(workshop, language) if finding.rule == rule]


def only(rule: str, workshop: Workshop, language: Language = Language.EN) -> Finding:
    (finding,) = found(rule, workshop, language)
    return finding


def fans(**collections: object) -> Workshop:
    """A workshop that works with article A's model."""
    return a_workshop(**{"frame": a_frame(phase_model="stranger-to-fan"), **collections})
