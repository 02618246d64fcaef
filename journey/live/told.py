"""What a room said and voted, as rows to be read: pages and the workbook show the same."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import quantiles

from journey.live.acts import Opinion
from journey.live.exercise import Exercise, ExerciseKind
from journey.live.exercise_state import ExerciseState, RoomCard
from journey.live.results import felt, guessed, opinions, voted
from journey.live.room_state import RoomState
from journey.live.take_over import CardFate, fates
from journey.model import Workshop
from journey.numbers import funnel, periods
from journey.numbers.guesses import StepGuesses, against_guesses
from journey.phases import model_of


@dataclass(frozen=True)
class ToldCard:
    """A card that was revealed. `place` is where it was put, `group` the small group that wrote it, both in words; `merged`
    what the cards are called that were merged with it, "" where none were. `votes` are those of the last vote on it (None:
    nobody voted on it; of merged cards the first has them)."""

    exercise: Exercise
    card: RoomCard
    place: str
    group: str
    merged: str
    votes: int | None
    fate: CardFate


@dataclass(frozen=True)
class ToldResult:
    """What an exercise came to for one thing: `subject` is a touchpoint, a phase, an option in words or the `opinion`,
    `persona` who was felt for. `voices` counts scores, guesses or opinions, `votes` dots and hands together, of which
    `hands` were shown; `place` is 1 for the most votes. `middle`, `low` and `high` are the median and the ends of the middle
    half, of scores (−2 to +2) or of guesses (percent); `scores` how many gave each score; `measured` (percent) what was
    counted for the same step: when it was revealed, else what is counted now."""

    exercise: Exercise
    subject: str
    persona: str = ""
    opinion: Opinion | None = None
    voices: int | None = None
    votes: int | None = None
    hands: int | None = None
    place: int | None = None
    tied: bool = False
    middle: float | None = None
    low: float | None = None
    high: float | None = None
    scores: Mapping[int, int] | None = None
    measured: float | None = None


def told_cards(workshop: Workshop, room: RoomState) -> tuple[ToldCard, ...]:
    """Every card that was revealed, once, where it was written."""
    known, names, votes = fates(workshop, room), place_names(room), _votes(room)
    merged, seen, rows = _merged(room), set[str](), list[ToldCard]()
    for state in shown_exercises(room):
        for card in state.cards.values():
            if card.id in known and card.id not in seen:
                seen.add(card.id)
                group = room.room.group_names.get(card.group, "")
                rows.append(
                    ToldCard(
                        state.exercise, card, names.get(card.place, ""), group, merged.get(card.id, ""),
                        votes.get(card.id), known[card.id],
                    )
                )  # fmt: skip
    return tuple(rows)


def told_results(workshop: Workshop, room: RoomState) -> tuple[ToldResult, ...]:
    """What every revealed exercise with figures came to, in the order of the room."""
    steps = _steps(workshop)
    return tuple(row for state in shown_exercises(room) for row in _results(state, steps))


def shown_exercises(room: RoomState) -> tuple[ExerciseState, ...]:
    """The exercises of a room that were revealed, in the order in which they were begun."""
    return tuple(each for each in room.in_order if each.exercise.is_shown)


def place_names(room: RoomState) -> dict[str, str]:
    """What the places are called that cards were put to, as they were called then."""
    placed = (each.exercise for each in room.exercises.values() if each.exercise.kind is ExerciseKind.COLLECT)
    return {option.id: option.words for exercise in placed for option in exercise.options}


def _merged(room: RoomState) -> dict[str, str]:
    """What the group is called that a card lies in, by the card: of the last exercise that has one."""
    found: dict[str, str] = {}
    for state in shown_exercises(room):
        for group in state.groups:
            name = group.name or state.cards[group.cards[0]].words
            found.update(dict.fromkeys(group.cards, name))
    return found


def _votes(room: RoomState) -> dict[str, int]:
    votes = (state for state in shown_exercises(room) if state.exercise.kind is ExerciseKind.VOTE)
    return {one.option: one.votes for state in votes for one in voted(state)}


def _steps(workshop: Workshop) -> dict[str, StepGuesses]:
    """What was counted for each step, by the reached phase: in the newest period."""
    known = periods(workshop)
    model = model_of(workshop, workshop.frame.language)
    counted = funnel(workshop.counts, model, period=known[-1] if known else None)
    return {step.phase_id: step for step in against_guesses((), counted).steps}


def _results(state: ExerciseState, steps: Mapping[str, StepGuesses]) -> Iterator[ToldResult]:
    exercise = state.exercise
    words = {option.id: option.words for option in (*exercise.options, *exercise.personas)}
    match exercise.kind:
        case ExerciseKind.FEEL:
            for spread in felt(state):
                low, high = spread.quartiles
                yield ToldResult(
                    exercise, words[spread.touchpoint], words.get(spread.persona, ""), voices=len(spread.scores),
                    middle=spread.median, low=low, high=high, scores=spread.counts,
                )  # fmt: skip
        case ExerciseKind.VOTE:
            for one in voted(state):
                yield ToldResult(
                    exercise, words[one.option], votes=one.votes, hands=one.hands, place=one.place, tied=one.tied
                )
        case ExerciseKind.CHECK:
            for opinion, count in opinions(state).items():
                hands = state.hands.get(opinion.value, 0)
                yield ToldResult(exercise, exercise.question, opinion=opinion, voices=count, hands=hands)
        case ExerciseKind.ESTIMATE:
            yield from _guesses(state, words, steps)
        case _:
            return


def _guesses(state: ExerciseState, words: Mapping[str, str], steps: Mapping[str, StepGuesses]) -> Iterator[ToldResult]:
    given: dict[str, list[float]] = {}
    for guess in guessed(state, {}):
        if guess.share is not None:
            given.setdefault(guess.phase, []).append(guess.share)
    known = {one.phase: one.share for one in state.exercise.measured}
    for phase, shares in given.items():
        step = steps.get(phase)
        counted = None if step is None or step.measured is None else step.measured * 100
        low, middle, high = _quarters(sorted(shares))
        yield ToldResult(
            state.exercise, words[phase], voices=len(shares), middle=middle, low=low, high=high,
            measured=known.get(phase, counted),
        )  # fmt: skip


def _quarters(given: list[float]) -> tuple[float, float, float]:
    """The quartiles (type 7 of Hyndman and Fan)."""
    low, middle, high = quantiles(given * (2 if len(given) == 1 else 1), n=4, method="inclusive")
    return low, middle, high
