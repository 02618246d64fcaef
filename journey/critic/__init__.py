"""What is questionable about a journey: every rule is a function over a case, every finding a value with words.

A new rule is a function in the module of its theme, a line in RULES and a table in texts/*/critic.toml.
"""

from journey.critic import coverage, emotions, steps
from journey.critic.case import Case
from journey.critic.finding import Finding, Rule, Severity, Sighting
from journey.critic.verdicts import answer_to, open_findings
from journey.critic.wording import finding_of
from journey.model import Language, Workshop
from journey.phases import model_of

__all__ = ["RULES", "Case", "Finding", "Rule", "Severity", "Sighting", "answer_to", "findings", "open_findings"]

RULES: tuple[Rule, ...] = (
    Rule("unplaced", "D", coverage.unplaced),
    Rule("decisive-low", "D", emotions.decisive_low),
    Rule("emotion-low", "D", emotions.low),
    Rule("empty-phases", "A", coverage.empty_phases),
    Rule("weakest-step", "A", steps.weakest_step),
    Rule("phase-without-content", "D", coverage.phase_without_content),
    Rule("relevant-to-nobody", "D", coverage.relevant_to_nobody),
    Rule("unscored", "D", emotions.unscored),
    Rule("emotion-dip", "D", emotions.dip),
    Rule("too-few-cases", "D", steps.too_few_cases),
    Rule("emotion-high", "D", emotions.high),
)


def findings(workshop: Workshop, language: Language) -> tuple[Finding, ...]:
    """Everything that the rules found: weightiest first, then in phase order (the whole journey before its phases),
    then in the order of RULES."""
    case = Case(workshop, model_of(workshop, language))
    found = [finding_of(rule, sighting, case, language) for rule in RULES for sighting in rule.look(case)]
    weights = {severity: weight for weight, severity in enumerate(Severity)}
    places = {phase.id: place for place, phase in enumerate(case.model.phases)}
    return tuple(sorted(found, key=lambda finding: (weights[finding.severity], places.get(finding.phase, -1))))
