"""The limits of the rules: what each begins with, where that comes from, and what a team set instead."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journey.model import Workshop

OWN = ""
"""The source of a limit that no article gives."""


class LimitUnit(StrEnum):
    """What a limit is given in. A SHARE and POINTS are percent for people and in the document."""

    COUNT = "count"
    SHARE = "share"
    POINTS = "points"
    TIMES = "times"


@dataclass(frozen=True)
class RuleLimit:
    """A limit with its name, the rules that ask it, its default, and the least and the most that it may be, in its measure.
    `article`: the letter of the article that it is a reading of, OWN where no article says anything of the kind; the number
    is always the app's own."""

    name: str
    rules: tuple[str, ...]
    default: float
    measure: LimitUnit
    low: float
    high: float
    article: str = OWN

    def takes(self, value: float) -> bool:
        """Whether somebody may set it so."""
        whole = self.measure is not LimitUnit.COUNT or value == int(value)
        return self.low <= value <= self.high and whole


RULE_LIMITS: tuple[RuleLimit, ...] = (
    RuleLimit("zone-share", ("zone-imbalance",), 200 / 3, LimitUnit.SHARE, 34, 100),
    RuleLimit("zone-touchpoints", ("zone-imbalance",), 6, LimitUnit.COUNT, 1, 100),
    RuleLimit("dip-points", ("emotion-dip",), 2, LimitUnit.COUNT, 1, 4),
    RuleLimit("unscored-share", ("unscored",), 50, LimitUnit.SHARE, 0, 100),
    RuleLimit("signs", ("stuck-phase",), 3, LimitUnit.COUNT, 1, 7),
    RuleLimit("long-stay", ("stuck-phase",), 2, LimitUnit.TIMES, 1, 100),
    RuleLimit("pain-points", ("stuck-phase",), 3, LimitUnit.COUNT, 1, 100),
    RuleLimit("misjudged-points", ("misjudged-step",), 20, LimitUnit.POINTS, 1, 100),
    RuleLimit("rungs", ("ask-too-large",), 2, LimitUnit.COUNT, 1, 7, "A"),
    RuleLimit("campaign-steps", ("one-campaign-for-everything",), 2, LimitUnit.COUNT, 1, 11, "A"),
    RuleLimit("persona-words", ("near-identical-personas",), 80, LimitUnit.SHARE, 10, 100),
    RuleLimit("persona-fewest-words", ("near-identical-personas",), 5, LimitUnit.COUNT, 1, 1_000),
    RuleLimit("cluster-share", ("one-cluster",), 80, LimitUnit.SHARE, 50, 100, "C"),
    RuleLimit("everybody-touchpoints", ("everything-for-everybody",), 4, LimitUnit.COUNT, 1, 1_000),
    RuleLimit("dark-share", ("dark-journey",), 100 / 3, LimitUnit.SHARE, 0, 100),
    RuleLimit("dark-high-share", ("dark-journey",), 200 / 3, LimitUnit.SHARE, 0, 100),
    RuleLimit("unseen-share", ("never-in-log",), 50, LimitUnit.SHARE, 0, 100),
    RuleLimit("frequent-share", ("missing-on-map",), 10, LimitUnit.SHARE, 0.1, 100),
    RuleLimit("purchase-clicks", ("friction-purchase", "stuck-phase"), 6, LimitUnit.COUNT, 0, 1_000, "C"),
    RuleLimit("purchase-inputs", ("friction-purchase", "stuck-phase"), 10, LimitUnit.COUNT, 0, 1_000, "C"),
    RuleLimit("purchase-requirements", ("friction-purchase", "stuck-phase"), 1, LimitUnit.COUNT, 0, 100, "C"),
    RuleLimit("lead-clicks", ("friction-lead", "stuck-phase"), 3, LimitUnit.COUNT, 0, 1_000, "B"),
    RuleLimit("lead-inputs", ("friction-lead", "stuck-phase"), 3, LimitUnit.COUNT, 0, 1_000, "B"),
    RuleLimit("lead-requirements", ("friction-lead", "stuck-phase"), 0, LimitUnit.COUNT, 0, 100, "B"),
    RuleLimit("many-hurdles", ("friction-purchase", "friction-lead"), 3, LimitUnit.COUNT, 1, 5),
)
"""Every limit of a rule, in the order of the rules."""

_KNOWN = {limit.name: limit for limit in RULE_LIMITS}


@dataclass(frozen=True)
class RuleLimits:
    """The limits that hold in a workshop: what the team set, by name and in the limit's measure, else the defaults."""

    own: Mapping[str, float] = field(default_factory=dict)

    def value(self, name: str) -> float:
        """A limit in its measure. KeyError for an unknown name."""
        return self.own.get(name, _KNOWN[name].default)

    def count(self, name: str) -> int:
        """A limit that counts."""
        return int(self.value(name))

    def share(self, name: str) -> float:
        """A limit in percent, as a share of 1."""
        return self.value(name) / 100


DEFAULTS = RuleLimits()
"""The limits where nobody set any."""


def limits_of(workshop: Workshop) -> RuleLimits:
    """The limits of a workshop. Of two of a name the first counts; what a limit does not take is passed over."""
    own: dict[str, float] = {}
    for held in workshop.limits:
        known = _KNOWN.get(held.name)
        if known and held.name not in own and held.value is not None and known.takes(held.value):
            own[held.name] = held.value
    return RuleLimits(own)


def limit_named(name: str) -> RuleLimit:
    """The limit of a name. KeyError for an unknown one."""
    return _KNOWN[name]


def silenced_rules(workshop: Workshop) -> dict[str, str]:
    """The rules that a workshop does without, by id, with the first reason that somebody gave."""
    found: dict[str, str] = {}
    for held in workshop.silenced:
        found[held.rule] = found.get(held.rule) or held.reason
    return found
