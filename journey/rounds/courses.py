"""The points of several journeys over their rounds."""

from dataclasses import dataclass
from datetime import date

from journey.model import MarketEvent, Workshop
from journey.rounds.happened import dated
from journey.rounds.kept import kept_of


@dataclass(frozen=True)
class RoundScore:
    """A closed round with its day and the journey's points then, None where nothing was known."""

    name: str
    day: date
    score: int | None


@dataclass(frozen=True)
class JourneyCourse:
    """A workshop's closed rounds, the earliest first, when its next one is planned, and what happened between the first and the
    last one, by day."""

    workshop: str
    title: str
    rounds: tuple[RoundScore, ...]
    next_day: date | None
    happened: tuple[MarketEvent, ...] = ()

    @property
    def gain(self) -> int | None:
        """By how many points the last round is better than the first (below: worse); None where less than two have any."""
        scores = [each.score for each in self.rounds if each.score is not None]
        return scores[-1] - scores[0] if len(scores) > 1 else None


def course_of(workshop: Workshop) -> JourneyCourse | None:
    """The course of a workshop; None where no round is closed. Nothing frozen is opened for it."""
    if not workshop.rounds:
        return None
    told = sorted(workshop.rounds, key=lambda each: (each.closed, each.rank))
    scores = tuple(RoundScore(each.name, each.closed, kept.score if (kept := kept_of(each)) else None) for each in told)
    first, last = scores[0].day, scores[-1].day
    happened = tuple(each for each in dated(workshop.events) if each.day and first <= each.day <= last)
    return JourneyCourse(workshop.frame.id, workshop.frame.title, scores, workshop.rounds[-1].next_day, happened)
