"""Limits of one's own: what a team sets is what the rules judge by, and a rule that is switched off counts nowhere."""

import pytest

from journey.audit import scores
from journey.critic import RULE_LIMITS, RULES, Finding, RuleLimit, findings, limits_of
from journey.critic.completeness import AskedField, completeness
from journey.critic.limits import LimitUnit, limit_named
from journey.model import Language, OwnLimit, SilencedRule, Workshop
from journey.phases import model_of
from journey.texts import has
from tests.builders import a_friction, a_persona, a_touchpoint, a_workshop
from tests.critic.seen import AIDA, found
from tools.critic_doc import example_workshop

EN = Language.EN
BY_NAME = {limit.name: limit for limit in RULE_LIMITS}


def _with(workshop: Workshop, name: str, value: float | None) -> Workshop:
    return workshop.with_collection("limits", [OwnLimit(id="limit", name=name, value=value)])


def _cases(phase: str, pains: int = 0) -> Workshop:
    """People stay long, are hurt a little, and stumble over several things before the second phase."""
    here = a_touchpoint(
        phase=AIDA[0],
        emotion=-1,
        content="",
        pain_points="\n".join(f"pain {n}" for n in range(pains)),
        channel="website",
    )
    return a_workshop(touchpoints=[here, a_touchpoint(phase=phase, emotion=1, content="Text")])


EXAMPLES: dict[str, Workshop] = {
    "signs": _cases(AIDA[1], pains=1),
    "pain-points": _cases(AIDA[1], pains=3),
    "long-stay": a_workshop(
        touchpoints=[a_touchpoint(phase=phase, emotion=0) for phase in AIDA],
        counts=[
            {"id": f"n{place}", "phase": phase, "count": 20 - place, "days": 30 if place == 1 else 10}
            for place, phase in enumerate(AIDA)
        ],
    ),
    "dark-share": a_workshop(touchpoints=[a_touchpoint(measurability="not"), a_touchpoint(measurability="measurable")]),
    "zone-touchpoints": a_workshop(touchpoints=[a_touchpoint(phase=AIDA[0]) for _ in range(6)]),
    "persona-words": a_workshop(personas=[a_persona(id=one, segment=f"a b c d e {one}") for one in ("p", "q")]),
    "persona-fewest-words": a_workshop(personas=[a_persona(id=one, segment="a b c d e f") for one in ("p", "q")]),
    **{
        f"{target}-{field}": a_workshop(frictions=[a_friction(target=target, **{field: value})])
        for target in ("purchase", "lead")
        for field, value in (("clicks", 9), ("inputs", 12), ("requirements", "Cash\nCard"))
    },
    "many-hurdles": a_workshop(frictions=[a_friction(clicks=99, inputs=99)]),
}
"""Workshops on which a limit matters; of the others the example of their rule is one."""


def _told(workshop: Workshop, limit: RuleLimit) -> list[tuple[str, str, str]]:
    asked: list[Finding] = [each for rule in limit.rules for each in found(rule, workshop)]
    return [(each.rule, each.severity, each.why) for each in asked]


@pytest.mark.parametrize("name", BY_NAME)
def test_every_limit_decides_what_its_rules_say(name: str) -> None:
    limit = BY_NAME[name]
    workshop = EXAMPLES.get(name) or example_workshop(limit.rules[0])
    low, high = (_told(_with(workshop, name, value), limit) for value in (limit.low, limit.high))
    assert low != high
    assert _told(_with(workshop, name, limit.default), limit) == _told(workshop, limit)


def test_every_limit_has_words_takes_its_default_and_belongs_to_rules_that_there_are() -> None:
    known = {rule.id for rule in RULES}
    for limit in RULE_LIMITS:
        assert limit.takes(limit.default)
        assert set(limit.rules) <= known
        assert all(has(f"limits.name.{limit.name.replace('-', '_')}", language) for language in Language)
    assert all(has(f"critic.{rule.replace('-', '_')}.called", language) for rule in known for language in Language)


@pytest.mark.parametrize(
    ("name", "value"), [("rungs", 2.5), ("rungs", 0), ("zone-share", 101), ("rungs", None), ("?", 3)]
)
def test_what_a_limit_does_not_take_is_passed_over(name: str, value: float | None) -> None:
    assert limits_of(_with(a_workshop(), name, value)).own == {}


def test_of_two_of_a_name_the_first_counts_in_the_measure_of_the_limit() -> None:
    own = [OwnLimit(id="a", rank=1, name="zone-share", value=50), OwnLimit(id="b", name="zone-share", value=40)]
    limits = limits_of(a_workshop(limits=own))
    assert limit_named("zone-share").measure is LimitUnit.SHARE
    assert limits.share("zone-share") == 0.4


def test_a_rule_that_is_switched_off_says_nothing_and_counts_in_no_score() -> None:
    till = a_touchpoint(phase=AIDA[4], emotion=-2)
    silent = [SilencedRule(id=rule.id, rule=rule.id, reason="Not ours") for rule in RULES if rule.id != "unscored"]
    loud, quiet = a_workshop(touchpoints=[till]), a_workshop(touchpoints=[till], silenced=silent)
    model = model_of(loud, EN)
    assert findings(loud, EN)
    assert findings(quiet, EN) == ()
    judged = [scores(each, model, EN, findings(each, EN))[AIDA[4]].score for each in (loud, quiet)]
    assert judged[0] is not None
    assert judged[1] == 100 > judged[0]


def test_what_a_switched_off_rule_asks_for_is_no_part_of_the_bars() -> None:
    silent = [SilencedRule(id="s", rule="unscored"), SilencedRule(id="t", rule="unknown rule")]
    touchpoint = a_touchpoint()
    asked = []
    for workshop in (a_workshop(touchpoints=[touchpoint]), a_workshop(touchpoints=[touchpoint], silenced=silent)):
        asked.append({part.asked for part in completeness(workshop, model_of(workshop, EN))[0].parts})
    assert asked[0] - asked[1] == {AskedField.EMOTION}
