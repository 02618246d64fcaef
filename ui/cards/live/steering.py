"""What the facilitator does with the room: each deed is kept at once, and all phones follow."""

from collections.abc import Callable
from datetime import UTC, datetime

from journey.live import (
    AgendaItem,
    Exercise,
    ExerciseKind,
    ExerciseStage,
    ExerciseState,
    LiveRoom,
    RoomLife,
    RoomState,
    Timer,
    exercise_for,
    finished,
    gone_to,
    revealed,
    timed,
)
from ui.cards.live import following
from ui.kit import measured
from ui.state import session

_NEEDS_OPTIONS = {ExerciseKind.GROUP, ExerciseKind.FEEL, ExerciseKind.ESTIMATE, ExerciseKind.VOTE}


@session.telling
def set_room(change: Callable[[LiveRoom], LiveRoom]) -> None:
    """Change what the room is: locked, paused, its agenda."""
    if room := following.room():
        session.store().rooms.steer(room.id, change)


def lock(is_locked: bool) -> None:
    """Let nobody else in, or anybody again."""
    set_room(lambda room: room.model_copy(update={"locked": is_locked}))


def pause(is_paused: bool) -> None:
    """Take no acts for a while."""
    life = RoomLife.PAUSED if is_paused else RoomLife.OPEN
    set_room(lambda room: room.model_copy(update={"life": life}))


@session.telling
def begin(exercise_id: str) -> None:
    """Start an exercise on all phones."""
    if room := following.room():
        session.store().rooms.begin(room.id, exercise_id)


def reveal() -> None:
    """Show everybody everything of the exercise that runs."""
    _revise(lambda exercise: revealed(exercise, _now(), _measured(exercise)))


def _measured(exercise: Exercise) -> dict[str, float]:
    """The counted share of each step, in percent, as this tab knows it."""
    if exercise.kind is not ExerciseKind.ESTIMATE:
        return {}
    from journey.numbers.guesses import against_guesses

    stages = measured.funnel_now()
    steps = against_guesses((), stages).steps if stages else ()
    return {step.phase_id: round(step.measured * 100, 1) for step in steps if step.measured is not None}


def finish() -> None:
    """End the exercise that runs; what was said stays."""
    _revise(lambda exercise: finished(exercise, _now()))


def turn_timer() -> None:
    """Let the timer stand, or go on."""

    def turned(exercise: Exercise) -> Exercise:
        timer, moment = exercise.timer, _now()
        return timed(exercise, timer.paused(moment) if timer.running_since else timer.going(moment))

    _revise(turned)


def give_a_minute() -> None:
    """A minute more."""
    _revise(lambda exercise: timed(exercise, Timer.longer(exercise.timer)))


@session.telling
def go_to(item_id: str | None) -> None:
    """Go to an item of the agenda; None ends it. An exercise that runs is done."""
    room = following.room()
    if room is None:
        return
    _finish_former(room)
    session.store().rooms.steer(
        room.id, lambda held: held.model_copy(update={"agenda": gone_to(held.agenda, item_id, _now()), "current": None})
    )


@session.telling
def go_on() -> None:
    """What comes next: the next exercise that was prepared, else the next item of the agenda with its exercise. While people
    still act in silence nothing comes next: the reveal does."""
    following.catch_up()
    state = following.known()
    if state is None or state.room.life is RoomLife.CLOSED:
        return
    current = state.current
    if current and current.exercise.is_to_be_revealed:
        return
    rooms, room = session.store().rooms, state.room
    waiting = [each.exercise for each in state.exercises.values() if each.exercise.stage is ExerciseStage.PREPARED]
    if waiting:
        rooms.begin(room.id, waiting[0].id)
        return
    following_item = next_item(room)
    go_to(following_item)
    item = room.agenda.item(following_item)
    made = _made_for(item, state) if item else None
    if made and (made.options or made.kind not in _NEEDS_OPTIONS) and made.kind is not ExerciseKind.CHECK:
        rooms.add_exercise(room.id, made)
        rooms.begin(room.id, made.id)


def _made_for(item: AgendaItem, state: RoomState) -> Exercise | None:
    room = state.room
    return exercise_for(item, session.workshop(), room.language, last_with_cards(state), room.group_names)


def last_with_cards(state: RoomState) -> ExerciseState | None:
    """The last exercise in which cards were written: what is grouped and voted on next."""
    with_cards = (ExerciseKind.COLLECT, ExerciseKind.GROUP)
    found = [each for each in state.exercises.values() if each.cards and each.exercise.kind in with_cards]
    return found[-1] if found else None


def next_item(room: LiveRoom) -> str | None:
    """The item of the agenda that comes after the current one; None at its end."""
    items = [item.id for item in room.agenda.items]
    if room.agenda.ended_at or not items:
        return None
    place = items.index(room.agenda.current) + 1 if room.agenda.current in items else 0
    return items[place] if place < len(items) else None


def _finish_former(room: LiveRoom) -> None:
    state = following.known()
    if state and state.current and state.current.exercise.takes_acts:
        session.store().rooms.revise_exercise(room.id, state.current.exercise.id, lambda each: finished(each, _now()))


@session.telling
def _revise(deed: Callable[[Exercise], Exercise]) -> None:
    room = following.room()
    if room and room.current:
        session.store().rooms.revise_exercise(room.id, room.current, deed)


def _now() -> datetime:
    return datetime.now(UTC)
