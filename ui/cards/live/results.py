"""What a revealed exercise came to, as pictures: feelings with their spread, votes with their ties, opinions, guesses
beside the measured. One set for the facilitator's page and the projector."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from journey.live import (
    ExerciseKind,
    ExerciseState,
    Naming,
    Opinion,
    Option,
    OptionVotes,
    RoomState,
    felt,
    guessed,
    most_disagreed,
    opinions,
    voted,
)
from ui.cards import pictures
from ui.kit import measured, picture, style
from ui.kit.tables import table
from ui.state import session, worked_out
from ui.state.words import figure, plain, safe, t

if TYPE_CHECKING:
    from journey.numbers.guesses import StepGuesses

_MOST_CLOSEST = 5
_ON_THE_PAGE, _ON_THE_WALL = 3, 1
"""So many touchpoints are named that the room does not agree about."""

Fitting = Callable[[pictures.Shown], None]
"""How a picture is put on the page."""


@dataclass(frozen=True)
class _Outcome:
    """A picture as a drawing, and what makes its words; both are the same as long as `what` is. `taken` is what a file shows
    where that has to say more than the page."""

    drawn: picture.Drawing
    words: Callable[[], str]
    what: Hashable
    taken: picture.Drawing | None = None


def draw(state: RoomState, shown: ExerciseState, fitting: Fitting | None = None) -> None:
    """The pictures of an exercise that has some; by itself as wide as the page, and to be taken as a file."""
    exercise = shown.exercise
    found = _PICTURES.get(exercise.kind)
    if found is None or not exercise.is_open_to_all:
        return
    from_afar = fitting is not None and exercise.kind is ExerciseKind.FEEL
    told = _felt(state, shown, wide=True) if from_afar else found(state, shown)
    if told is None:
        st.info(t("live_room.nothing_said"), icon=":material/inbox:")
        return
    if exercise.kind is ExerciseKind.FEEL:
        _whose(shown)
    made = _kept(shown, told)
    (fitting or partial(_wide, shown))(made)
    if not fitting:
        drawn = told.taken or told.drawn
        picture.menu(t("funnel.picture"), f"room-{exercise.id}", drawn, made[1], called=exercise.kind.value)
    if shown.exercise.kind is ExerciseKind.FEEL:
        _disagreement(shown, _ON_THE_WALL if fitting else _ON_THE_PAGE)
    elif shown.exercise.kind is ExerciseKind.ESTIMATE and state.room.naming is Naming.NAMES:
        _closest(state, shown)


def _wide(shown: ExerciseState, made: pictures.Shown) -> None:
    """As wide as the page; what a phone has no room for scrolls there."""
    from journey.charts import felt_is_turned

    (spec, words), exercise = made, shown.exercise
    needs_room = exercise.kind is ExerciseKind.VOTE or (
        exercise.kind is ExerciseKind.FEEL and not felt_is_turned(felt(shown))
    )
    room = "wide" if needs_room else "narrow"
    with st.container(key=f"room-{room}-{exercise.id}"):
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=words, key=f"room-picture-{exercise.id}")


def _whose(shown: ExerciseState) -> None:
    """Which curve is whose, where each persona has one."""
    from journey.charts import felt_hues

    names = {one.id: one.words for one in shown.exercise.personas}
    hues = felt_hues(felt(shown), dark=style.is_dark())
    if hues:
        rows = (f"<li><i style='border-color: {hue}'></i>{safe(names[each])}</li>" for each, hue in hues.items())
        st.html(f"<ul class='j-names j-whose'>{''.join(rows)}</ul>")


def _disagreement(shown: ExerciseState, count: int) -> None:
    """Where the room is furthest apart, to be talked about, each with its number in the picture where that has numbers."""
    from journey.charts import felt_is_turned

    spreads = felt(shown)
    most = most_disagreed(spreads)
    words = {one.id: one.words for one in (*shown.exercise.personas, *shown.exercise.options)}
    if felt_is_turned(spreads):
        words |= {one.id: f"{number} {one.words}" for number, one in enumerate(shown.exercise.options, 1)}
    if most:
        names = [words[one.touchpoint] + (f" ({words[one.persona]})" if one.persona else "") for one in most[:count]]
        st.info(t("live_room.apart", names=plain(" · ".join(names))), icon=":material/forum:")


def _closest(state: RoomState, shown: ExerciseState) -> None:
    """Who guessed nearest to what was measured, where people gave their names."""
    from journey.numbers import funnel
    from journey.numbers.guesses import against_guesses

    stages = measured.funnel_now() or funnel((), session.model())
    people = against_guesses(guessed(shown, state.names), stages).people[:_MOST_CLOSEST]
    if people:
        head = (t("guesses.person"), t("guesses.mean_error"))
        rows = ((safe(one.author), figure(round(one.error * 100, 1))) for one in people)
        st.html(f"<p class='j-proposed'>{t('live_room.closest')}</p>" + table(t("live_room.closest"), head, rows))


def _kept(shown: ExerciseState, told: _Outcome) -> pictures.Shown:
    def build() -> pictures.Shown:
        return picture.on_screen(told.drawn(dark=style.is_dark())), told.words()

    key = (shown.exercise.id, len(shown.acts), told.what, session.language(), style.is_dark())
    return worked_out.kept("room-picture", key, build)


def _felt(_: RoomState, shown: ExerciseState, *, wide: bool = False) -> _Outcome | None:
    from journey.charts import felt_alt, felt_chart, felt_picture

    given = (felt(shown), shown.exercise, session.language())
    if not given[0]:
        return None
    drawn, taken = picture.drawing(felt_chart, *given, wide=wide), picture.drawing(felt_picture, *given)
    return _Outcome(drawn, partial(felt_alt, *given), ("felt", wide), taken)


def _voted(state: RoomState, shown: ExerciseState) -> _Outcome | None:
    options = tuple(_with_group(option, state) for option in shown.exercise.options)
    return _bars(voted(shown), options) if shown.dots or shown.hands else None


def _with_group(option: Option, state: RoomState) -> Option:
    """What is voted on, with the small group that said it."""
    names = state.room.group_names
    group = names.get(option.group) or (option.group if option.group in names.values() else "")
    return option.model_copy(update={"words": f"{option.words} · {group}"}) if group else option


def _opinions(_: RoomState, shown: ExerciseState) -> _Outcome | None:
    given = opinions(shown)
    if not any(given.values()):
        return None
    options = tuple(Option(id=f"opinion-{one.value}", words=t(f"live_room.opinion.{one.value}")) for one in Opinion)
    votes = tuple(
        OptionVotes(
            f"opinion-{one.value}", given[one] - shown.hands.get(one.value, 0), shown.hands.get(one.value, 0), 0, False
        )
        for one in Opinion
    )
    return _bars(votes, options)


def _bars(votes: tuple[OptionVotes, ...], options: tuple[Option, ...]) -> _Outcome:
    from journey.charts import votes_alt, votes_chart

    words = {option.id: option.words for option in options}
    given = (votes, words, session.language())
    what = ("votes", len(votes), tuple(words.values()))
    return _Outcome(picture.drawing(votes_chart, *given), partial(votes_alt, *given), what)


def estimated(state: RoomState, shown: ExerciseState) -> "tuple[StepGuesses, ...]":
    """The steps that somebody guessed, beside what this tab knows to be measured, or what was known at the reveal."""
    from journey.numbers import funnel
    from journey.numbers.guesses import against_guesses

    stages = measured.funnel_now() or funnel((), session.model())
    names = state.names if state.room.naming is Naming.NAMES else {}
    told = {step.phase: step.share / 100 for step in shown.exercise.measured}
    return tuple(
        step if step.measured is not None else replace(step, measured=told.get(step.phase_id))
        for step in against_guesses(guessed(shown, names), stages).steps
        if step.guesses
    )


def _guessed(state: RoomState, shown: ExerciseState) -> _Outcome | None:
    from journey.charts import guesses_alt, guesses_chart

    given = (estimated(state, shown), session.language())
    if not given[0]:
        return None
    return _Outcome(picture.drawing(guesses_chart, *given), partial(guesses_alt, *given), given[0])


_PICTURES: dict[ExerciseKind, Callable[[RoomState, ExerciseState], _Outcome | None]] = {
    ExerciseKind.FEEL: _felt,
    ExerciseKind.VOTE: _voted,
    ExerciseKind.CHECK: _opinions,
    ExerciseKind.ESTIMATE: _guessed,
}
