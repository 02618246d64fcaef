"""What a round keeps beside the document: what the critic said on that day, figures of a log, and what a room voted."""

from collections.abc import Iterable

from pydantic import Field, ValidationError

from journey.audit import scores
from journey.critic import About, Finding, answer_to, findings
from journey.model import Language, Round, Value, Workshop, packed_text, unpacked_text
from journey.phases import model_of


class KeptFinding(Value):
    """A finding as it was said: its rule, weight and title. `subject` is what it was about first of all: a card's id for what
    is said of single cards, else the phase's, "" for the whole journey. `verdict` is the team's answer, "" while it was
    open."""

    rule: str
    severity: str
    title: str
    subject: str = ""
    verdict: str = ""


class KeptStep(Value):
    """A step as a log counted it: of `people` at the phase `previous`, so many `went_on` to `phase`."""

    previous: str
    phase: str
    went_on: int = Field(ge=0)
    people: int = Field(ge=0)


class KeptVote(Value):
    """What a live room gave dots to: the question, the card's words, and how many dots."""

    question: str
    words: str
    dots: int = Field(ge=0)


class Kept(Value):
    """All of it. `language` is that of the titles; `scores` are the points of each phase, None where nothing was known."""

    language: Language
    findings: tuple[KeptFinding, ...] = ()
    scores: dict[str, int | None] = Field(default_factory=dict)
    steps: tuple[KeptStep, ...] = ()
    votes: tuple[KeptVote, ...] = ()

    @property
    def score(self) -> int | None:
        """The mean of the phases' points, None where none has any."""
        known = [points for points in self.scores.values() if points is not None]
        return round(sum(known) / len(known)) if known else None


def kept_now(
    workshop: Workshop, language: Language, steps: Iterable[KeptStep] = (), votes: Iterable[KeptVote] = ()
) -> Kept:
    """What there is to keep of a workshop today; `steps` of the log that is open, `votes` of its live rooms."""
    found = findings(workshop, language)
    points = scores(workshop, model_of(workshop, language), language, found)
    return Kept(
        language=language,
        findings=tuple(_kept(finding, workshop) for finding in found),
        scores={phase: score.score for phase, score in points.items()},
        steps=tuple(steps),
        votes=tuple(votes),
    )


def packed_kept(kept: Kept) -> str:
    """As a round holds it."""
    return packed_text(kept.model_dump_json(exclude_defaults=True).encode())


def kept_of(closed: Round) -> Kept | None:
    """What a round kept; None where nothing can be read."""
    try:
        return Kept.model_validate_json(unpacked_text(closed.said))
    except (ValueError, ValidationError):
        return None


def _kept(finding: Finding, workshop: Workshop) -> KeptFinding:
    answer = answer_to(finding, workshop)
    return KeptFinding(
        rule=finding.rule,
        severity=finding.severity.value,
        title=finding.title,
        subject=finding.cards[0] if finding.about is About.CARD and finding.cards else finding.phase,
        verdict=answer.verdict.value if answer else "",
    )
