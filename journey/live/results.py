"""What a revealed exercise says: medians with their spread, votes with their ties, guesses beside the measured."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean, median, quantiles

from journey.live.acts import Opinion
from journey.live.exercise_state import ExerciseState
from journey.model import Emotion, Guess


@dataclass(frozen=True)
class FeltSpread:
    """The scores of a touchpoint (for a persona, "" = the common score), the lowest first, -2 to +2. At least one."""

    touchpoint: str
    persona: str
    scores: tuple[int, ...]

    @property
    def median(self) -> float:
        """The middle score; of an even number the mean of the two in the middle."""
        return float(median(self.scores))

    @property
    def emotion(self) -> Emotion:
        """The median as a score; one that lies between two is taken for the one nearer to neutral."""
        middle = self.median
        return Emotion(int(middle))

    @property
    def quartiles(self) -> tuple[float, float]:
        """The ends of the middle half (type 7 of Hyndman and Fan, as in Excel's QUARTILE.INC)."""
        low, _, high = quantiles(self.scores * (2 if len(self.scores) == 1 else 1), n=4, method="inclusive")
        return low, high

    @property
    def counts(self) -> dict[int, int]:
        """How many gave each score, all five."""
        given = Counter(self.scores)
        return {int(emotion): given[int(emotion)] for emotion in Emotion}

    @property
    def disagreement(self) -> float:
        """How far two people of the room lie apart on average, in scores; 0 when all agree or one alone has scored."""
        n = len(self.scores)
        if n < 2:
            return 0.0
        apart = sum((2 * place - n + 1) * score for place, score in enumerate(self.scores))
        return 2 * apart / (n * (n - 1))


def felt(state: ExerciseState) -> tuple[FeltSpread, ...]:
    """The scores of every touchpoint and persona that has any, in the exercise's order."""
    personas = [persona.id for persona in state.exercise.personas] or [""]
    places = [(option.id, persona) for option in state.exercise.options for persona in personas]
    given = ((place, sorted(map(int, state.scores[place].values()))) for place in places if place in state.scores)
    return tuple(FeltSpread(touchpoint, persona, tuple(scores)) for (touchpoint, persona), scores in given)


def most_disagreed(spreads: Iterable[FeltSpread]) -> tuple[FeltSpread, ...]:
    """Where the room disagrees most: one, several where they tie, none where all agree."""
    given = tuple(spreads)
    most = max((spread.disagreement for spread in given), default=0.0)
    return tuple(spread for spread in given if most > 0 and spread.disagreement == most)


@dataclass(frozen=True)
class OptionVotes:
    """What an option of a vote got: dots of phones and hands that were shown, its place among all (1 = most; options with
    equally many share a place) and whether it shares it."""

    option: str
    dots: int
    hands: int
    place: int
    tied: bool

    @property
    def votes(self) -> int:
        return self.dots + self.hands


def voted(state: ExerciseState) -> tuple[OptionVotes, ...]:
    """All options, most votes first; ties stand in the exercise's order."""
    dots = Counter(state.dots.values())
    options = [option.id for option in state.exercise.options]
    sums = {option: dots[option] + state.hands.get(option, 0) for option in options}
    ranks = Counter(sums.values())
    ordered = sorted(options, key=lambda option: -sums[option])
    return tuple(
        OptionVotes(
            option=option,
            dots=dots[option],
            hands=state.hands.get(option, 0),
            place=1 + sum(count for votes, count in ranks.items() if votes > sums[option]),
            tied=ranks[sums[option]] > 1,
        )
        for option in ordered
    )


def opinions(state: ExerciseState) -> dict[Opinion, int]:
    """How many gave each opinion, phones and hands together; all three."""
    given = Counter(state.opinions.values())
    return {opinion: given[opinion] + state.hands.get(opinion.value, 0) for opinion in Opinion}


def closest(state: ExerciseState) -> tuple[str, ...]:
    """Whose guesses lie nearest to what was measured, on average over what each of them guessed: keys, several where they
    tie, none where nothing was measured."""
    misses: dict[str, list[float]] = {}
    for step in state.exercise.measured:
        for key, share in state.guesses.get(step.phase, {}).items():
            misses.setdefault(key, []).append(abs(share - step.share))
    errors = {key: round(fmean(off), 6) for key, off in misses.items()}
    return tuple(sorted(key for key, error in errors.items() if error == min(errors.values())))


def guessed(state: ExerciseState, names: Mapping[str, str]) -> tuple[Guess, ...]:
    """The guesses as the numbers page knows them (`numbers.against_guesses` puts them beside a funnel). `names` are what
    people are called, by participant's id; where they have no names authors are nameless."""
    phases = [option.id for option in state.exercise.options]
    found = ((phase, key, share) for phase in phases for key, share in sorted(state.guesses.get(phase, {}).items()))
    return tuple(
        Guess(id=f"guess-{place}", rank=float(place), author=names.get(key, ""), phase=phase, share=share)
        for place, (phase, key, share) in enumerate(found, 1)
    )
