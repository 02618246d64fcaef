"""A whole room as an app process knows it, and how it catches up with what others did."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property

from journey.live.acts import PlayedAct
from journey.live.exercise import Exercise, ExerciseStage
from journey.live.exercise_state import ExerciseState, begun, played
from journey.live.room import LiveRoom, Participant


@dataclass(frozen=True)
class RoomNews:
    """What is new in a room after a sequence number: the room as it is, participants and exercises that changed, the acts
    that came, in their order. `whole`: it is everything there is, to be read in place of what was known."""

    room: LiveRoom
    sequence: int
    participants: tuple[Participant, ...] = ()
    exercises: tuple[Exercise, ...] = ()
    acts: tuple[PlayedAct, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class RoomState:
    """A room after its act or step number `sequence`: who is in, by id, in no order, and every exercise, by id, in the
    order of the making."""

    room: LiveRoom
    sequence: int = 0
    participants: Mapping[str, Participant] = field(default_factory=dict)
    exercises: Mapping[str, ExerciseState] = field(default_factory=dict)

    @property
    def current(self) -> ExerciseState | None:
        """The exercise that all phones show; None on the waiting page."""
        return self.exercises.get(self.room.current or "")

    @cached_property
    def in_order(self) -> tuple[ExerciseState, ...]:
        """The exercises in the order in which they were begun; those that were not yet come last."""
        first, last = datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)
        unbegun = ExerciseStage.PREPARED
        held = self.exercises.values()
        return tuple(
            sorted(held, key=lambda one: last if one.exercise.stage is unbegun else one.exercise.begun_at or first)
        )

    @property
    def people(self) -> int:
        """How many are in, or were when it was closed."""
        return len(self.participants) or self.room.people

    @cached_property
    def names(self) -> dict[str, str]:
        """What people are called, by participant's id: those who have a name."""
        return {person.id: person.name for person in self.participants.values() if person.name}

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many people each small group has, by its id."""
        groups = {group.id: 0 for group in self.room.groups}
        for person in self.participants.values():
            if person.group in groups:
                groups[person.group] += 1
        return groups


def caught_up(state: RoomState, news: RoomNews) -> RoomState:
    """The room with its news folded in. News that is known already changes nothing."""
    if news.sequence <= state.sequence and not news.whole:
        return state
    before = RoomState(news.room) if news.whole else state
    people = {**before.participants, **{person.id: person for person in news.participants}}
    exercises = dict(before.exercises)
    for exercise in news.exercises:
        known = exercises.get(exercise.id)
        exercises[exercise.id] = known.on(exercise) if known else begun(exercise)
    by_exercise: dict[str, list[PlayedAct]] = {}
    for one in news.acts:
        by_exercise.setdefault(one.exercise, []).append(one)
    for exercise_id, acts in by_exercise.items():
        if exercise_id in exercises:
            exercises[exercise_id] = played(exercises[exercise_id], acts)
    return replace(before, room=news.room, sequence=news.sequence, participants=people, exercises=exercises)
