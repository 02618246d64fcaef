"""Which acts are taken: what a room and an exercise allow at the moment when an act comes in."""

from enum import StrEnum

from journey.live import slots
from journey.live.acts import (
    CastDot,
    Commit,
    CountHands,
    FacilitatorsAct,
    GiveOpinion,
    GuessRate,
    MergeCards,
    NameGroup,
    Opinion,
    RoomAct,
    ScoreTouchpoint,
    TickReady,
    UndoMerge,
    WithdrawCard,
    WriteCard,
)
from journey.live.exercise import Exercise, ExerciseKind, ExerciseStage
from journey.live.exercise_state import ExerciseState
from journey.live.room import LiveRoom, RoomLife


class Refusal(StrEnum):
    """Why an act is not taken."""

    ROOM_PAUSED = "room_paused"
    ROOM_CLOSED = "room_closed"
    NOT_OPEN = "not_open"
    """The exercise has not begun, or is revealed or done, and takes no such act any more."""
    NOT_ASKED = "not_asked"
    """The exercise is of another kind, or has no such option."""
    FACILITATOR_ONLY = "facilitator_only"
    OVER_BUDGET = "over_budget"
    OVER_LIMIT = "over_limit"
    """More dots of one person on one option than it may have."""
    TOO_MANY = "too_many"
    """The room holds as much as a room can."""


_ASKED: dict[ExerciseKind, tuple[type, ...]] = {
    ExerciseKind.COLLECT: (WriteCard, WithdrawCard, MergeCards, NameGroup, UndoMerge),
    ExerciseKind.GROUP: (MergeCards, NameGroup, UndoMerge),
    ExerciseKind.FEEL: (ScoreTouchpoint,),
    ExerciseKind.ESTIMATE: (GuessRate,),
    ExerciseKind.VOTE: (CastDot, CountHands),
    ExerciseKind.CHECK: (GiveOpinion, CountHands),
    ExerciseKind.COMMIT: (Commit, WithdrawCard),
}
_AFTER_THE_REVEAL = (WriteCard, WithdrawCard, Commit, MergeCards, NameGroup, UndoMerge)
_MERGING = (MergeCards, NameGroup, UndoMerge)


def refusal(
    room: LiveRoom, exercise: Exercise, act: RoomAct, own: ExerciseState, *, facilitator: bool = False
) -> Refusal | None:
    """Why an act is not taken now; None when it is. `own` is what the sender has done in this exercise so far, at least on
    the slots of `slots_beside`. The facilitator may work in a paused room."""
    if room.life is RoomLife.CLOSED:
        return Refusal.ROOM_CLOSED
    if room.life is RoomLife.PAUSED and not facilitator:
        return Refusal.ROOM_PAUSED
    if isinstance(act, FacilitatorsAct) and not facilitator:
        return Refusal.FACILITATOR_ONLY
    if not isinstance(act, (*_ASKED[exercise.kind], TickReady)) or (facilitator and not _is_facilitators(act)):
        return Refusal.NOT_ASKED
    if not _is_time_for(exercise, act):
        return Refusal.NOT_OPEN
    return _beyond_options(exercise, act) or _beyond_dots(exercise, act, own)


def slots_beside(exercise: Exercise, act: RoomAct) -> tuple[str, ...]:
    """The slots of the sender that matter for an act besides its own: all dots for a dot, else none."""
    if isinstance(act, CastDot):
        return tuple(slots.dot(number) for number in range(1, exercise.budget + 1))
    return ()


def _is_facilitators(act: RoomAct) -> bool:
    """Scores, dots and the like are a person's: the facilitator gives them in the name of somebody in the room."""
    return isinstance(act, FacilitatorsAct | WriteCard | WithdrawCard | Commit)


def _is_time_for(exercise: Exercise, act: RoomAct) -> bool:
    if exercise.stage is ExerciseStage.REVEALED:
        return isinstance(act, _AFTER_THE_REVEAL)
    shown_already = exercise.kind is ExerciseKind.GROUP
    return exercise.stage is ExerciseStage.SILENT and (shown_already or not isinstance(act, _MERGING))


def _beyond_options(exercise: Exercise, act: RoomAct) -> Refusal | None:
    match act:
        case WriteCard(place=""):
            return None
        case WriteCard(place=named) | ScoreTouchpoint(touchpoint=named) | GuessRate(phase=named):
            known = _has(exercise, named) and _is_felt_for(exercise, act)
        case CastDot(option=named):
            known = not named or _has(exercise, named)
        case CountHands(choice=named):
            known = named in set(Opinion) if exercise.kind is ExerciseKind.CHECK else _has(exercise, named)
        case _:
            known = True
    return None if known else Refusal.NOT_ASKED


def _has(exercise: Exercise, option: str) -> bool:
    return any(each.id == option for each in exercise.options)


def _is_felt_for(exercise: Exercise, act: RoomAct) -> bool:
    if not isinstance(act, ScoreTouchpoint):
        return True
    return act.persona in ({persona.id for persona in exercise.personas} or {""})


def _beyond_dots(exercise: Exercise, act: RoomAct, own: ExerciseState) -> Refusal | None:
    if not isinstance(act, CastDot):
        return None
    if act.dot > exercise.budget:
        return Refusal.OVER_BUDGET
    beside = sum(option == act.option for (_, dot), option in own.dots.items() if dot != act.dot)
    return Refusal.OVER_LIMIT if act.option and beside >= exercise.per_option else None
