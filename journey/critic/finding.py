"""Findings and what they are made from: a rule sees, the words come later and in any language."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from journey.critic.examination import Examination
from journey.model import Ask, Channel, Emotion


class Severity(StrEnum):
    """How much a finding weighs; a strength is worth keeping."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    STRENGTH = "strength"


class About(StrEnum):
    """What a rule speaks of: the journey or a phase as a whole; single cards, which show it; or what is merely not filled
    in yet, which a bar of completeness says better than a list of findings."""

    JOURNEY = "journey"
    CARD = "card"
    UNFILLED = "unfilled"


@dataclass(frozen=True)
class Finding:
    """What a rule found, in words. `article` is the source's letter (A to E), `phase` a phase id ("" = the whole journey),
    `cards` the ids that it is about. `next` is a question to ask aloud. `evidence` is a fingerprint of what the finding
    rests on, the same in every language: an answer to the finding holds as long as it does not change."""

    rule: str
    severity: Severity
    article: str
    title: str
    why: str
    next: str
    phase: str = ""
    cards: tuple[str, ...] = ()
    evidence: str = ""
    about: About = About.JOURNEY


@dataclass(frozen=True)
class Share:
    """A share of 1, to be said as a percentage."""

    value: float


@dataclass(frozen=True)
class CardNames:
    """Cards to be said by name; none = everyone."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class Kinds:
    """Counted kinds of cards, to be said as nouns."""

    counts: Mapping[str, int]


@dataclass(frozen=True)
class PhaseName:
    """A phase to be said by name."""

    id: str


@dataclass(frozen=True)
class QuotedQuestion:
    """The customer's question of a phase, to be quoted; where the phase has none, it is said plainly."""

    phase: str


@dataclass(frozen=True)
class AuditQuestions:
    """Questions of the self-audit, to be quoted."""

    ids: tuple[str, ...]


@dataclass(frozen=True)
class Proxies:
    """Ways to catch a trace of what can hardly be counted, to be said channel by channel."""

    channels: tuple[Channel, ...]


@dataclass(frozen=True)
class Amount:
    """A number that need not be whole; with a currency as its unit it is money."""

    value: float
    unit: str = ""


@dataclass(frozen=True)
class Phrase:
    """Words of the catalogue with figures of their own; one called `count` chooses singular or plural."""

    key: str
    figures: "Mapping[str, Figure]" = field(default_factory=dict)


@dataclass(frozen=True)
class Enumeration:
    """Several figures, said one after the other."""

    items: "tuple[Figure, ...]"
    between: str = "; "


Figure = (
    str
    | int
    | Share
    | CardNames
    | Kinds
    | PhaseName
    | QuotedQuestion
    | AuditQuestions
    | Proxies
    | Emotion
    | Ask
    | Amount
    | Phrase
    | Enumeration
)


@dataclass(frozen=True)
class Sighting:
    """What a rule saw, without words: `figures` fill the placeholders of its texts; one called `count` chooses singular
    or plural where a text has both."""

    severity: Severity
    phase: str = ""
    cards: tuple[str, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)


@dataclass(frozen=True)
class Rule:
    """A rule with its id (its texts are `critic.<id with underscores>`) and the letter of the article that it follows from."""

    id: str
    article: str
    look: Callable[[Examination], Iterable[Sighting]]
    about: About = About.JOURNEY
