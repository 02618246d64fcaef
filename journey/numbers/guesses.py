"""The blind estimate: what people guessed for each step before they saw the numbers, and how near that was."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean, median, quantiles

from journey.model import Guess
from journey.numbers.funnel import Funnel, Stage
from journey.numbers.interval import Interval


@dataclass(frozen=True)
class StepGuesses:
    """A transition from `before` to `name` (names of phases), with `position` the reached phase's place in the model, from
    0. `guesses` are (author, share of 1), the smallest first; authors may be nameless. `measured` is the measured share,
    None where nobody counted; `interval` its Wilson interval; `few_cases`: it rests on too few people to be judged."""

    phase_id: str
    before: str
    name: str
    position: int
    guesses: tuple[tuple[str, float], ...]
    measured: float | None = None
    interval: Interval | None = None
    few_cases: bool = False

    @property
    def shares(self) -> tuple[float, ...]:
        """The guessed shares, the smallest first."""
        return tuple(share for _, share in self.guesses)

    @property
    def median(self) -> float | None:
        """The median guess; None without any."""
        return median(self.shares) if self.guesses else None

    @property
    def quartiles(self) -> Interval | None:
        """The middle half of the guesses (type 7 of Hyndman and Fan, as in Excel's QUARTILE.INC); None without any."""
        if not self.guesses:
            return None
        low, _, high = quantiles(self.shares * (2 if len(self.shares) == 1 else 1), n=4, method="inclusive")
        return Interval(low, high)

    @property
    def range(self) -> Interval | None:
        """From the smallest to the largest guess; None without any."""
        return Interval(self.shares[0], self.shares[-1]) if self.guesses else None

    @property
    def off(self) -> float | None:
        """How far the median guess lies above the measured share (below: negative), in shares of 1."""
        middle = self.median
        return None if middle is None or self.measured is None else middle - self.measured


@dataclass(frozen=True)
class Calibration:
    """How well one person guessed: over `steps` measured steps the mean distance from the measured share (`error`) and
    the mean of guess minus measured (`bias`, above zero: too hopeful), both in shares of 1."""

    author: str
    steps: int
    error: float
    bias: float


@dataclass(frozen=True)
class BlindEstimate:
    """Every transition of the model with its guesses, and the people with a measured guess, best first."""

    steps: tuple[StepGuesses, ...]
    people: tuple[Calibration, ...]

    @property
    def without_figure(self) -> tuple[StepGuesses, ...]:
        """The steps that nothing is measured for, while something is for another one."""
        bare = tuple(step for step in self.steps if step.measured is None)
        return bare if len(bare) < len(self.steps) else ()

    @property
    def most_off(self) -> StepGuesses | None:
        """The step where the median guess lies farthest from the measured share; None where none can be compared. Steps
        with too few cases are passed over."""
        compared = [step for step in self.steps if step.off is not None and not step.few_cases]
        return max(compared, key=lambda step: abs(step.off or 0.0), default=None)


def against_guesses(guesses: Iterable[Guess], stages: Funnel) -> BlindEstimate:
    """Guesses beside a funnel's step rates. A guess is about the phase directly before: where the funnel's stage before is
    another one (nobody counted in between), or where the counts rise, nothing is measured that it could be held against.
    Of two guesses of a named author for a step the first counts; guesses without a share, for the first phase, and for
    phases that the funnel does not have are passed over."""
    given: dict[str, list[tuple[str, float]]] = {}
    seen: set[tuple[str, str]] = set()
    for guess in guesses:
        if guess.share is not None and (guess.phase, guess.author) not in seen:
            given.setdefault(guess.phase, []).append((guess.author, guess.share / 100))
            if guess.author:
                seen.add((guess.phase, guess.author))
    pairs = zip(stages.stages, stages.stages[1:], strict=False)
    steps = tuple(_step(before, stage, given) for before, stage in pairs)
    return BlindEstimate(steps, _people(steps))


def _step(before: Stage, stage: Stage, given: Mapping[str, list[tuple[str, float]]]) -> StepGuesses:
    comparable = stage.previous == before.phase_id and stage.interval is not None
    return StepGuesses(
        stage.phase_id,
        before.name,
        stage.name,
        stage.position,
        tuple(sorted(given.get(stage.phase_id, ()), key=lambda guess: (guess[1], guess[0]))),
        stage.conversion_from_previous if comparable else None,
        stage.interval if comparable else None,
        comparable and stage.few_cases,
    )


def _people(steps: Iterable[StepGuesses]) -> tuple[Calibration, ...]:
    misses: dict[str, list[float]] = {}
    for step in steps:
        for author, share in step.guesses:
            if author and step.measured is not None:
                misses.setdefault(author, []).append(share - step.measured)
    found = (Calibration(who, len(off), fmean(map(abs, off)), fmean(off)) for who, off in misses.items())
    return tuple(sorted(found, key=lambda person: (person.error, -person.steps, person.author)))
