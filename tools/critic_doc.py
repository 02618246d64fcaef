"""Write docs/critic.md from the code: every rule with what it looks at and an example that the critic itself speaks.

`python -m tools.critic_doc`. A test compares the file with what this writes, so that it cannot rot.
"""

import inspect
import tomllib
from pathlib import Path
from typing import Any

from journey.audit import AMBER_FROM, GREEN_FROM, TAKES_OFF
from journey.audit.first_things import MOST
from journey.critic import RULE_LIMITS, RULES, About, Finding, LimitUnit, Rule, RuleLimit, Severity, findings
from journey.critic.completeness import AskedField, completeness
from journey.critic.settled import YOUNG
from journey.model import Language, Workshop
from journey.samples import load_sample
from journey.texts import number, text

DOC = Path(__file__).parent.parent / "docs" / "critic.md"
EXAMPLES = Path(__file__).with_name("critic_examples.toml")
B2B, BAKERY = "b2b-software-en", "baeckerei-de"

SPOKEN_OF = {About.JOURNEY: "the journey", About.CARD: "cards", About.UNFILLED: "what is not filled in"}

DEFENCE = {
    "decisive-low": "The sample says so itself: the approval is its moment of truth, and interviews back the score.",
    "stuck-phase": "The counts show it beyond chance, and the approval before it is the named cause.",
    "assumption-only": "Ten scores cite no source, and two cards only the team's own assumption: the example is told, not measured.",
    "emotion-low": "The sample scores two touchpoints below neutral for somebody, and notes the pain points of both.",
    "single-point-of-failure": "The article tells one way. As drawn, whoever skips the talk in the team never reaches the order.",
    "lost-customers": "The sample's estimate is worked out with the article's factor, and says that it is the article's claim.",
    "right-moment": "The approval has no content at all; the planned page for IT and purchasing would be it.",
    "social-honesty": "LinkedIn carries the first and the last touchpoint, and the vendor's values are noted nowhere.",
    "emotion-dip": "Between two delights the request for a rating is merely neutral: the portal demands an account.",
    "emotion-high": "A strength is no reproach: these are the moments that the article praises.",
}
"""Why each finding on the B2B sample is defensible, by rule."""


def examples() -> dict[str, dict[str, Any]]:
    """The entries of critic_examples.toml by rule id."""
    return tomllib.loads(EXAMPLES.read_text("utf-8"))


def example(rule: str) -> Finding:
    """What the critic says to a rule's own example, in English. KeyError for a rule that has none."""
    told = [finding for finding in findings(example_workshop(rule), Language.EN) if finding.rule == rule]
    if not told:
        raise KeyError(rule)
    return told[0]


def example_workshop(rule: str) -> Workshop:
    """The small workshop that makes a rule speak."""
    parts = examples()[rule]["workshop"]
    return Workshop.model_validate({**parts, "frame": {"id": "workshop", **parts.get("frame", {})}})


def written() -> str:
    """The whole document."""
    parts = [_head(), *(_rule(rule) for rule in RULES), _limits(), _doses(), _scores(), _sample_b2b(), _sample_bakery()]
    return "\n\n".join(parts) + "\n"


def _head() -> str:
    rows = [
        f"| `{rule.id}` | {rule.article} | {examples()[rule.id]['source']} | {SPOKEN_OF[rule.about]} |"
        for rule in RULES
    ]
    return "\n".join(
        [
            "# The critic",
            "",
            "Written by `python -m tools.critic_doc`; do not edit by hand.",
            "",
            "Every rule reads the map (today's; where there is none yet, the planned one) and says where it is weak, why, on",
            "which cards, and what to ask next. Numbers such as A5 stand for the fifth rule of article A; *own* marks what no",
            "article says. Limits are the app's own, and a team sets others. `python -m journey check SOURCE` prints the findings.",
            "",
            f"## The {len(RULES)} rules",
            "",
            "| rule | article | follows from | speaks of |",
            "|---|---|---|---|",
            *rows,
        ]
    )


def _rule(rule: Rule) -> str:
    told = example(rule.id)
    looks = _looked(rule.look)
    return "\n".join(
        [
            f"### `{rule.id}`",
            "",
            f"Article {rule.article} ({examples()[rule.id]['source']}). {looks}",
            "",
            f"Example ({told.severity}): **{told.title}.** {told.why} *{told.next}*",
        ]
    )


def _looked(what: object) -> str:
    """What something says of itself, in one line."""
    return " ".join((inspect.getdoc(what) or "").split())


def _limits() -> str:
    rows = [
        f"| `{limit.name}` | {', '.join(f'`{rule}`' for rule in limit.rules)} | {_limit_name(limit)} "
        f"| {_in_measure(limit, limit.default)} | {_in_measure(limit, limit.low)} to {_in_measure(limit, limit.high)} "
        f"| {f'idea of {limit.article}' if limit.article else 'own'} |"
        for limit in RULE_LIMITS
    ]
    return "\n".join(
        [
            f"## The {len(RULE_LIMITS)} limits",
            "",
            "Every number is the app's own; where an article gives the idea, its letter stands here. A team sets its own on the",
            "page *Analysis*, view *Limits*, or in the workbook's sheet of that name (shares and points in percent): it holds for",
            "that workshop, is part of its document, and what a limit does not take is passed over. A rule can be switched off",
            "there with a reason. It then says nothing anywhere, counts in no score, and what it would ask for is no part of the",
            "bars; the page of findings names it. An answer holds as long as the figures of its finding do, so a finding that",
            "says its limit is open again when that changes. When a funnel has too few cases is no limit of a rule: pictures and",
            "pages judge by it as well (`journey/numbers/funnel.py`).",
            "",
            "| limit | rules | what it says | default | may be | source |",
            "|---|---|---|---|---|---|",
            *rows,
        ]
    )


def _limit_name(limit: RuleLimit) -> str:
    return text(f"limits.name.{limit.name.replace('-', '_')}", Language.EN)


def _in_measure(limit: RuleLimit, value: float) -> str:
    said = number(round(value, 1), Language.EN)
    return (
        said
        + {LimitUnit.COUNT: "", LimitUnit.SHARE: "%", LimitUnit.POINTS: " points", LimitUnit.TIMES: " times"}[
            limit.measure
        ]
    )


def _doses() -> str:
    unfilled = ", ".join(f"`{rule.id}`" for rule in RULES if rule.about is About.UNFILLED)
    minutes = int(YOUNG.total_seconds() // 60)
    return "\n".join(
        [
            "## In doses",
            "",
            "The page shows the five findings that weigh most, and more on request. What a rule speaks of says where:",
            "",
            "- **The journey**, or a phase as a whole: on the page alone.",
            "- **Cards**: on the page, and on the cards that it names; a card shows nothing while it is younger than",
            f"  {minutes} minutes. The page says at its top how many findings are on such cards alone, and hides them on a click.",
            "  Where nobody knows when a card was made, as with one from a file, it counts as older.",
            f"- **What is not filled in** ({unfilled}) is no finding on the page. It is a bar a phase, which leads to the",
            "  cards that lack something.",
            "",
            f"The bars: {_looked(completeness)} {_looked(AskedField)}",
            "",
            "Report, slides, web page, Markdown, the workbook’s chart, the presenter’s page and the page of the self-audit tell",
            "the findings that the page lists, however young a card is: what is taken home right after a workshop is what was seen",
            "there. `python -m journey check` prints what is not filled in as well, and the scores of the self-audit read it.",
        ]
    )


def _scores() -> str:
    off = ", ".join(f"{severity} {points}" for severity, points in TAKES_OFF.items() if points)
    return "\n".join(
        [
            "## Scores of the self-audit",
            "",
            "Yes counts 1, partly a half, no nothing; the mean of the known answers gives up to 100 points. “I don't know”",
            "counts neither for nor against, and becomes a task. A phase without a known answer begins with 100 points if it has",
            "touchpoints, with none if others have some, and has no score where there is no map either. Each open finding in the",
            f"phase takes points off ({off}). Green from {GREEN_FROM}, amber from {AMBER_FROM}, else red; grey = nothing known.",
            "",
            f"What to do first are at most {MOST} things, each for an answer that is not yes: a touchpoint of the catalogue, or a way",
            "to count, and how to begin with it. The phase with the lowest score comes first, the whole firm last; each gives its",
            "clearest answer (no, then partly, then “I don't know”) before any gives a second one, and nothing is named twice.",
            "Which touchpoint belongs to a question stands in `journey/questionnaire/questions.toml`; it is the app's own choice.",
        ]
    )


def _sample_b2b() -> str:
    told = findings(load_sample(B2B), Language.EN)
    lines = [f"- **{finding.title}** (`{finding.rule}`, {finding.severity})." for finding in told]
    rules = list(dict.fromkeys(finding.rule for finding in told))
    reasons = [f"- `{rule}`: {DEFENCE[rule]}" for rule in rules]
    return "\n".join(
        ["## The B2B sample", "", "The example of article D is a good journey. What the critic finds:", "", *lines, "",
         "Why each of these is defensible:", "", *reasons]
    )  # fmt: skip


def _sample_bakery() -> str:
    told = [f for f in findings(load_sample(BAKERY), Language.EN) if f.severity is not Severity.STRENGTH]
    rules = dict.fromkeys(finding.rule for finding in told)
    lines = [f"- **{finding.title}** (`{finding.rule}`, {finding.severity})." for finding in told]
    return "\n".join(
        ["## The bakery sample", "",
         f"The bakery is flawed on purpose, and {len(rules)} different rules say so (its cards are in German):", "", *lines]
    )  # fmt: skip


def main() -> None:
    """Write the file."""
    DOC.write_text(written(), "utf-8")


if __name__ == "__main__":
    main()
