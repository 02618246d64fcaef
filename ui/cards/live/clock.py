"""The timer and the counts of an exercise, as HTML that changes every second."""

from datetime import UTC, datetime

from journey.live import ExerciseKind, ExerciseState, RoomState, Timer, counts
from ui.state.words import figure, many, safe, t

_COUNTED = {
    ExerciseKind.COLLECT: "cards",
    ExerciseKind.COMMIT: "commitments",
    ExerciseKind.VOTE: "dots",
    ExerciseKind.CHECK: "opinions",
}


def clock(timer: Timer) -> str:
    """Minutes and seconds that are left, or over."""
    left = round(timer.left(datetime.now(UTC)))
    shown = f"{abs(left) // 60}:{abs(left) % 60:02}"
    state = "over" if left < 0 else "" if timer.running_since else "stands"
    words = t("live_room.over", time=shown) if left < 0 else shown
    beside = f"<small>{t('live_room.stands')}</small>" if not timer.running_since else ""
    return f"<p class='j-clock {state}' role='timer'>{words}{beside}</p>"


def standing(state: RoomState, current: ExerciseState) -> str:
    """Timer and counts of the exercise that runs."""
    return f"<div class='j-standing'>{clock(current.exercise.timer)}{counted(state, current)}</div>"


def counted(state: RoomState, current: ExerciseState) -> str:
    """How many are ready, how much was said, and where: what everybody may know at any time."""
    seen, kind = counts(current), current.exercise.kind
    ready = t("live_room.ready", ready=figure(seen.ready), people=figure(state.people))
    parts = [f"<b>{ready}</b>"] if kind is not ExerciseKind.GROUP else []
    if kind in _COUNTED:
        number = sum(seen.cards.values()) if kind in (ExerciseKind.COLLECT, ExerciseKind.COMMIT) else seen.given
        parts.append(many(f"live_room.{_COUNTED[kind]}", number))
    places = seen.acted if kind in (ExerciseKind.FEEL, ExerciseKind.ESTIMATE) else seen.cards
    rows = "".join(
        f"<li>{safe(option.words)} <b>{figure(places[option.id])}</b></li>"
        for option in current.exercise.options
        if places.get(option.id) and kind is not ExerciseKind.GROUP
    )
    said = f"<p>{' · '.join(parts)}</p>" if parts else ""
    return said + (f"<ul class='j-places'>{rows}</ul>" if rows else "")


def who_is_there(state: RoomState, *, most: int = 200) -> str:
    """How many are in, and what they are called where they have names."""
    names = sorted(state.names.values(), key=str.casefold)
    chips = "".join(f"<li>{safe(name)}</li>" for name in names[:most])
    more = f"<li>+{figure(len(names) - most)}</li>" if len(names) > most else ""
    return f"<p class='j-there'><b>{many('live_room.there', state.people)}</b></p>" + (
        f"<ul class='j-names'>{chips}{more}</ul>" if chips else ""
    )
