"""What is questionable about a journey: every rule is a function over an examination, every finding a value with words.

A new rule: see docs/recipes.md.
"""

from journey.critic import (
    asks,
    balance,
    campaigns,
    coverage,
    economics,
    emotions,
    evidence,
    friction,
    log,
    measurability,
    moments,
    personas,
    recommendation,
    relations,
    social,
    steps,
    stuck,
)
from journey.critic.examination import Examination
from journey.critic.finding import About, Finding, Rule, Severity, Sighting
from journey.critic.limits import RULE_LIMITS, LimitUnit, RuleLimit, RuleLimits, limits_of, silenced_rules
from journey.critic.settled import is_settled, of_settled_cards, on_card
from journey.critic.verdicts import answer_to, listed, open_findings
from journey.critic.wording import finding_of
from journey.model import Language, Workshop
from journey.phases import model_of

__all__ = [
    "RULES",
    "RULE_LIMITS",
    "About",
    "Examination",
    "Finding",
    "LimitUnit",
    "Rule",
    "RuleLimit",
    "RuleLimits",
    "Severity",
    "Sighting",
    "answer_to",
    "findings",
    "is_settled",
    "limits_of",
    "listed",
    "of_settled_cards",
    "on_card",
    "open_findings",
    "silenced_rules",
]

RULES: tuple[Rule, ...] = (
    Rule("unplaced", "D", coverage.unplaced),
    Rule("decisive-low", "D", emotions.decisive_low, About.CARD),
    Rule("emotion-low", "D", emotions.low, About.CARD),
    Rule("empty-phases", "A", coverage.empty_phases),
    Rule("stuck-phase", "A", stuck.stuck_phase),
    Rule("weakest-step", "A", steps.weakest_step),
    Rule("phase-without-content", "D", coverage.phase_without_content, About.UNFILLED),
    Rule("meant-for-all", "D", coverage.meant_for_all),
    Rule("unscored", "D", emotions.unscored, About.UNFILLED),
    Rule("emotion-dip", "D", emotions.dip, About.CARD),
    Rule("too-few-cases", "D", steps.too_few_cases),
    Rule("misjudged-step", "A", log.misjudged_step),
    Rule("jump", "A", campaigns.jump, About.CARD),
    Rule("ad-to-main-offer", "A", campaigns.ad_to_main_offer, About.CARD),
    Rule("one-campaign-for-everything", "A", campaigns.one_campaign_for_everything, About.CARD),
    Rule("ask-too-large", "A", asks.ask_too_large, About.CARD),
    Rule("transition-without-campaign", "A", campaigns.transition_without_campaign),
    Rule("campaign-without-source", "A", campaigns.campaign_without_source, About.UNFILLED),
    Rule("campaign-without-action", "A", campaigns.campaign_without_action, About.UNFILLED),
    Rule("backward-campaign", "A", campaigns.backward_campaign, About.CARD),
    Rule("late-entry", "B", balance.late_entry),
    Rule("nothing-after-sale", "C", balance.nothing_after_sale),
    Rule("no-loop", "C", balance.no_loop),
    Rule("zone-imbalance", "D", balance.zone_imbalance),
    Rule("question-unanswered", "E", moments.question_unanswered, About.CARD),
    Rule("right-moment", "D", moments.right_moment, About.UNFILLED),
    Rule("one-persona", "C", personas.one_persona),
    Rule("near-identical-personas", "C", personas.near_identical, About.CARD),
    Rule("one-cluster", "C", personas.one_cluster),
    Rule("everything-for-everybody", "C", personas.everything_for_everybody),
    Rule("blocked", "D", relations.blocked, About.CARD),
    Rule("blocking-cycle", "D", relations.blocking_cycle, About.CARD),
    Rule("against-the-order", "D", relations.against_the_order, About.CARD),
    Rule("dead-end", "D", relations.dead_end, About.CARD),
    Rule("single-point-of-failure", "D", relations.single_point_of_failure, About.CARD),
    Rule("orphan-touchpoint", "D", relations.orphan_touchpoint, About.UNFILLED),
    Rule("dark-journey", "D", measurability.dark_journey),
    Rule("never-in-log", "D", log.never_in_log, About.CARD),
    Rule("missing-on-map", "D", log.missing_on_map),
    Rule("assumption-only", "D", evidence.assumption_only),
    Rule("start-measuring", "D", evidence.start_measuring),
    Rule("never-asked", "A", recommendation.never_asked),
    Rule("social-honesty", "C", social.social_honesty),
    Rule("customers-first", "C", social.customers_first),
    Rule("friction-purchase", "B", friction.friction_purchase),
    Rule("friction-lead", "B", friction.friction_lead),
    Rule("friction-unknown", "B", friction.friction_unknown, About.UNFILLED),
    Rule("lost-customers", "C", economics.lost_customers),
    Rule("emotion-high", "D", emotions.high, About.CARD),
)


def findings(workshop: Workshop, language: Language) -> tuple[Finding, ...]:
    """Everything that the rules found which the workshop has not switched off: weightiest first, then in phase order (the
    whole journey before its phases), then in the order of RULES."""
    examined = Examination(workshop, model_of(workshop, language))
    silent = silenced_rules(workshop)
    asked = (rule for rule in RULES if rule.id not in silent)
    found = [finding_of(rule, sighting, examined, language) for rule in asked for sighting in rule.look(examined)]
    weights = {severity: weight for weight, severity in enumerate(Severity)}
    places = {phase.id: place for place, phase in enumerate(examined.model.phases)}
    return tuple(sorted(found, key=lambda finding: (weights[finding.severity], places.get(finding.phase, -1))))
