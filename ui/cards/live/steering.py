"""What the facilitator does with the room: each deed is kept at once, and all phones follow."""

from collections.abc import Callable
from datetime import UTC, datetime

from journey.live import (
    NEEDS_OPTIONS,
    AgendaItem,
    Collected,
    Exercise,
    ExerciseKind,
    ExerciseStage,
    ExerciseState,
    LiveRoom,
    RoomLife,
    RoomState,
    Timer,
    completed,
    exercise_for,
    finished,
    gone_to,
    revealed,
    timed,
)
from ui.cards.live import following
from ui.kit import measured
from ui.state import session


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
    """What comes next: what was prepared for this item of the agenda and has not begun, else the next item with its exercise,
    the prepared one or the one that it asks for. While people still act in silence nothing comes next: the reveal does."""
    following.catch_up()
    state = following.known()
    if state is None or state.room.life is RoomLife.CLOSED:
        return
    current = state.current
    if current and current.exercise.is_to_be_revealed:
        return
    room = state.room
    here = prepared_for(state, room.agenda.item(room.agenda.current))
    if here and completed_now(state, here):
        begin_prepared(here.id)
        return
    take_up(next_item(room))


@session.telling
def take_up(item_id: str | None) -> None:
    """Go to an item of the agenda and begin its exercise, the prepared one or the one that it asks for; where it has none
    that could begin it is gone to alone. An exercise that runs is done; None ends the agenda."""
    go_to(item_id)
    following.catch_up()
    state = following.known()
    item = state.room.agenda.item(item_id) if state else None
    if state is None or item is None:
        return
    held = prepared_for(state, item)
    if held:
        begin_prepared(held.id)
    elif made := _proposed(item, state):
        session.store().rooms.add_exercise(state.room.id, made)
        session.store().rooms.begin(state.room.id, made.id)


def up_next(state: RoomState) -> AgendaItem | None:
    """The item of the agenda that `go_on` begins; None at the end, and while people act in silence, when the reveal comes
    first."""
    room, current = state.room, state.current
    if current and current.exercise.is_to_be_revealed:
        return None
    here = room.agenda.item(room.agenda.current)
    prepared = prepared_for(state, here)
    return here if prepared and completed_now(state, prepared) else room.agenda.item(next_item(room))


def begins(state: RoomState, item: AgendaItem) -> bool:
    """Whether an exercise begins when an item is taken up now."""
    held = prepared_for(state, item)
    return (completed_now(state, held) if held else _proposed(item, state)) is not None


def prepared_for(state: RoomState, item: AgendaItem | None) -> Exercise | None:
    """The exercise that was made for an item of the agenda and has not begun; None for none."""
    held = state.exercises.get(item.prepared or "") if item else None
    return held.exercise if held and held.exercise.stage is ExerciseStage.PREPARED else None


def completed_now(state: RoomState, prepared: Exercise) -> Exercise | None:
    """A prepared exercise as it would begin now; None where there is nothing to act on yet."""
    room = state.room
    return completed(prepared, session.workshop(), room.language, last_with_cards(state), room.group_names)


@session.telling
def begin_prepared(exercise_id: str) -> None:
    """Start a prepared exercise on all phones, with what there is to choose from now; without anything it stays prepared."""
    state = following.known()
    held = state.exercises.get(exercise_id) if state else None
    ready = completed_now(state, held.exercise) if state and held else None
    if state and ready:
        rooms = session.store().rooms
        rooms.revise_exercise(state.room.id, exercise_id, lambda _: ready)
        rooms.begin(state.room.id, exercise_id)


def collected_by(exercise: Exercise) -> Collected | None:
    """What an exercise collects; None for one of another kind."""
    return exercise.collects if exercise.kind is ExerciseKind.COLLECT else None


def _proposed(item: AgendaItem, state: RoomState) -> Exercise | None:
    """The exercise that an item asks for, where it needs nobody's choice."""
    room = state.room
    made = exercise_for(item, session.workshop(), room.language, last_with_cards(state), room.group_names)
    can_begin = made and (made.options or made.kind not in NEEDS_OPTIONS) and made.kind is not ExerciseKind.CHECK
    return made if can_begin else None


def last_with_cards(state: RoomState) -> ExerciseState | None:
    """The last exercise in which cards were written: what is grouped and voted on next."""
    with_cards = (ExerciseKind.COLLECT, ExerciseKind.GROUP)
    found = [each for each in state.in_order if each.cards and each.exercise.kind in with_cards]
    return found[-1] if found else None


def next_item(room: LiveRoom) -> str | None:
    """The item of the agenda that comes after the current one; None at its end."""
    items = [item.id for item in room.agenda.items]
    if room.agenda.ended_at or not items:
        return None
    place = items.index(room.agenda.current) + 1 if room.agenda.current in items else 0
    return items[place] if place < len(items) else None


def coming(state: RoomState) -> AgendaItem | None:
    """The item of the agenda to go on to: None at its end, while what the current one asks for has still to begin, and while
    people act in silence, when the reveal comes first."""
    room, current = state.room, state.current
    here = room.agenda.item(room.agenda.current)
    if current.exercise.is_to_be_revealed if current else here and here.exercise:
        return None
    return room.agenda.item(next_item(room))


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
