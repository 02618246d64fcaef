"""docs/critic.md says what the code does, and the samples fire what it promises."""

import pytest

from journey.critic import RULES, Severity, findings
from journey.model import Language
from journey.samples import load_sample
from tools.critic_doc import B2B, BAKERY, DEFENCE, DOC, EXAMPLES, example, examples, written

IDS = [rule.id for rule in RULES]


def test_the_document_is_what_the_code_says() -> None:
    assert DOC.read_text("utf-8") == written(), "run python -m tools.critic_doc"


def test_every_rule_has_its_source_and_nothing_else_has() -> None:
    assert list(examples()) == IDS, f"{EXAMPLES.name} lists the rules in their order"
    assert all(entry["source"] for entry in examples().values())


@pytest.mark.parametrize("rule", IDS)
def test_every_rule_speaks_on_its_own_example(rule: str) -> None:
    assert example(rule).title


def test_the_flawed_bakery_breaks_at_least_ten_rules() -> None:
    told = findings(load_sample(BAKERY), Language.DE)
    assert len({finding.rule for finding in told if finding.severity is not Severity.STRENGTH}) >= 10


@pytest.mark.parametrize("sample", [B2B, "b2b-software-de"])
def test_every_finding_on_the_good_sample_is_explained_and_they_are_few(sample: str) -> None:
    told = findings(load_sample(sample), Language.EN)
    assert {finding.rule for finding in told} == set(DEFENCE)
    weak = [finding for finding in told if finding.severity is not Severity.STRENGTH]
    bad = [
        finding for finding in findings(load_sample(BAKERY), Language.EN) if finding.severity is not Severity.STRENGTH
    ]
    assert len(weak) <= len(bad) / 2
