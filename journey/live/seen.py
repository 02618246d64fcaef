"""What may be shown of an exercise, and to whom: before the reveal one's own words and counts, and nothing else."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum

from journey.live import slots
from journey.live.acts import FACILITATOR, Opinion
from journey.live.exercise import Exercise, ExerciseKind, ExerciseStage
from journey.live.exercise_state import ExerciseState, RoomCard
from journey.live.grouping import CardGroup
from journey.live.keys import Sender
from journey.live.results import FeltSpread, OptionVotes, felt, opinions, voted
from journey.model import Emotion


class Onlooker(Enum):
    """Those who look on and are no participant. The facilitator sees no hidden words either, but who is ready."""

    FACILITATOR = "facilitator"
    PROJECTOR = "projector"


@dataclass(frozen=True)
class SeenCard:
    """A card as it may be shown. `own`: the onlooker wrote it and may change it. `author` is a participant's id where the
    facilitator may know it, else ""."""

    id: str
    words: str
    place: str = ""
    detail: str = ""
    group: str = ""
    own: bool = False
    author: str = ""
    who: str = ""
    until: date | None = None


@dataclass(frozen=True)
class OwnActs:
    """What a participant has done so far, to be put back into a phone that comes back."""

    scores: Mapping[tuple[str, str], Emotion] = field(default_factory=dict)
    guesses: Mapping[str, float] = field(default_factory=dict)
    dots: Mapping[int, str] = field(default_factory=dict)
    opinion: Opinion | None = None
    ready: bool = False


@dataclass(frozen=True)
class ExerciseCounts:
    """The counts that everybody may see at any time: `cards` by place, how many people have `acted` on each option (scores,
    guesses; not votes), how many are `ready`, and how many dots or opinions there are in all."""

    cards: Mapping[str, int]
    acted: Mapping[str, int]
    ready: int
    given: int


@dataclass(frozen=True)
class ExerciseResults:
    """What everybody may see after the reveal; what the exercise is not about is empty. `guesses` are percent by phase,
    the smallest first."""

    felt: tuple[FeltSpread, ...] = ()
    votes: tuple[OptionVotes, ...] = ()
    opinions: Mapping[Opinion, int] = field(default_factory=dict)
    guesses: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class SeenExercise:
    """An exercise as one onlooker may see it. `results` is None before the reveal, `own` None for who is no participant;
    `ready` are participants' ids, for the facilitator of a room that is not anonymous alone."""

    exercise: Exercise
    counts: ExerciseCounts
    cards: tuple[SeenCard, ...] = ()
    groups: tuple[CardGroup, ...] = ()
    own: OwnActs | None = None
    results: ExerciseResults | None = None
    ready: tuple[str, ...] = ()


def as_seen_by(state: ExerciseState, who: Sender | Onlooker, people: Collection[str] = ()) -> SeenExercise | None:
    """Exactly what may be shown to somebody; None for an exercise that has not begun, except to the facilitator, who is told
    who of `people` (ids of participants; in an anonymous room nobody's) wrote what and is ready. Where groups work apart a
    phone sees the cards of its own group until the exercise is done. In an anonymous room a participant's own acts are found
    by a hash for each: ask once a visit, and `counts` for what changes."""
    exercise = state.exercise
    if exercise.stage is ExerciseStage.PREPARED and who is not Onlooker.FACILITATOR:
        return None
    person = who if isinstance(who, Sender) else None
    known = frozenset(people) if who is Onlooker.FACILITATOR else frozenset()
    shown = tuple(_cards(state, who, known))
    return SeenExercise(
        exercise=exercise,
        counts=counts(state),
        cards=shown,
        groups=_groups(state, {card.id for card in shown}),
        own=_own(state, person) if person else None,
        results=results_of(state) if exercise.is_open_to_all else None,
        ready=tuple(sorted(state.ready & known)),
    )


def counts(state: ExerciseState) -> ExerciseCounts:
    """The counts that everybody may see at any time."""
    acted = Counter({phase: len(given) for phase, given in state.guesses.items()})
    for (touchpoint, _persona), given in state.scores.items():
        acted[touchpoint] = max(acted[touchpoint], len(given))
    return ExerciseCounts(
        cards=dict(Counter(card.place for card in state.cards.values())),
        acted=dict(acted),
        ready=len(state.ready),
        given=len(state.dots) + len(state.opinions) + sum(state.hands.values()),
    )


def results_of(state: ExerciseState) -> ExerciseResults:
    """What everybody may see after the reveal."""
    kind = state.exercise.kind
    return ExerciseResults(
        felt=felt(state),
        votes=voted(state) if kind is ExerciseKind.VOTE else (),
        opinions=opinions(state) if kind is ExerciseKind.CHECK else {},
        guesses={phase: tuple(sorted(given.values())) for phase, given in state.guesses.items()},
    )


def _cards(state: ExerciseState, who: Sender | Onlooker, known: frozenset[str]) -> Iterator[SeenCard]:
    exercise = state.exercise
    apart = exercise.in_groups and exercise.stage is not ExerciseStage.DONE
    for card in state.cards.values():
        own = _is_own(state, who, card)
        elsewhere = apart and isinstance(who, Sender) and card.group not in ("", who.group)
        if own or not (exercise.hides or elsewhere):
            author = card.key if card.key in known and not exercise.hides else ""
            yield SeenCard(card.id, card.words, card.place, card.detail, card.group, own, author, card.who, card.until)


def _is_own(state: ExerciseState, who: Sender | Onlooker, card: RoomCard) -> bool:
    """Whether somebody wrote a card: what was laid out to be grouped is nobody's."""
    if isinstance(who, Sender):
        return card.key == who.key(state.exercise.id, slots.card(card.id))
    written = card.key == FACILITATOR and state.exercise.kind is not ExerciseKind.GROUP
    return written and who is Onlooker.FACILITATOR


def _groups(state: ExerciseState, shown: Collection[str]) -> tuple[CardGroup, ...]:
    left = (replace(group, cards=tuple(card for card in group.cards if card in shown)) for group in state.groups)
    return tuple(group for group in left if len(group.cards) > 1)


def _own(state: ExerciseState, person: Sender) -> OwnActs:
    def given(slot: str) -> str:
        return person.key(state.exercise.id, slot)

    scores = {place: by_key.get(given(slots.score(*place))) for place, by_key in state.scores.items()}
    guesses = {phase: by_key.get(given(slots.guess(phase))) for phase, by_key in state.guesses.items()}
    dots = {n: state.dots.get((given(slots.dot(n)), n)) for n in range(1, state.exercise.budget + 1)}
    return OwnActs(
        scores={place: score for place, score in scores.items() if score is not None},
        guesses={phase: share for phase, share in guesses.items() if share is not None},
        dots={number: option for number, option in dots.items() if option},
        opinion=state.opinions.get(given(slots.OPINION)),
        ready=given(slots.READY) in state.ready,
    )
