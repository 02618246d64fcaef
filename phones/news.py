"""How a room stands, in few words that are the same for everybody in it: counts, the timer, and marks that say when there is
something else to be seen. No word of anybody is in it."""

import json
from hashlib import sha256

from journey.live import ExerciseState, RoomState, counts


def news_of(state: RoomState) -> str:
    """The news as JSON: `look` changes when phones must be drawn anew, `shown` when there is more to be seen of what is shown;
    counts; of the timer the seconds it has in all, those used, and since when it runs (seconds since 1970, or null)."""
    said: dict[str, object] = {"look": look_of(state), "people": state.people, "shown": 0}
    if state.current is not None:
        said |= _of_exercise(state.current)
    return json.dumps(said, separators=(",", ":"))


def look_of(state: RoomState) -> str:
    """A mark that changes when the page of everybody in the room is another one."""
    room, current = state.room, state.current
    parts = [
        room.epoch,
        room.life,
        room.title,
        room.naming,
        current.exercise.model_dump_json(exclude={"timer"}) if current else "",
    ]
    if room.groups:
        members = sorted((person.id, person.group) for person in state.participants.values())
        parts += [[group.model_dump_json() for group in room.groups], members]
    return sha256(json.dumps(parts).encode()).hexdigest()[:16]


def _of_exercise(state: ExerciseState) -> dict[str, object]:
    given, timer = counts(state), state.exercise.timer
    return {
        "shown": len(state.acts) if state.exercise.is_shown else 0,
        "ready": given.ready,
        "given": given.given,
        "cards": given.cards,
        "acted": given.acted,
        "length": timer.length,
        "used": timer.used,
        "since": timer.running_since.timestamp() if timer.running_since else None,
    }
