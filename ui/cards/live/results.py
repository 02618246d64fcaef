"""What a revealed exercise came to, as pictures: feelings with their spread, votes with their ties, opinions, guesses
beside the measured. One set for the facilitator's page and the projector."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

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


def draw(state: RoomState, shown: ExerciseState, fitting: Fitting | None = None) -> None:
    """The pictures of an exercise that has some; by itself as wide as the page."""
    drawn = _PICTURES.get(shown.exercise.kind)
    if drawn is None or not shown.exercise.is_open_to_all:
        return
    made = _felt_from_afar(shown) if fitting and shown.exercise.kind is ExerciseKind.FEEL else drawn(state, shown)
    if made is None:
        st.info(t("live_room.nothing_said"), icon=":material/inbox:")
        return
    if shown.exercise.kind is ExerciseKind.FEEL:
        _whose(shown)
    (fitting or partial(_wide, shown))(made)
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


def _kept(shown: ExerciseState, what: object, build: Callable[[], pictures.Shown]) -> pictures.Shown:
    key = (shown.exercise.id, len(shown.acts), what, session.language(), style.is_dark())
    return worked_out.kept("room-picture", key, build)


def _felt(_: RoomState, shown: ExerciseState) -> pictures.Shown | None:
    return _felt_drawn(shown, wide=False)


def _felt_from_afar(shown: ExerciseState) -> pictures.Shown | None:
    return _felt_drawn(shown, wide=True)


def _felt_drawn(shown: ExerciseState, *, wide: bool) -> pictures.Shown | None:
    from journey.charts import felt_alt, felt_chart

    spreads, exercise, language = felt(shown), shown.exercise, session.language()
    if not spreads:
        return None

    def build() -> pictures.Shown:
        chart = felt_chart(spreads, exercise, language, dark=style.is_dark(), wide=wide)
        return picture.on_screen(chart), felt_alt(spreads, exercise, language)

    return _kept(shown, ("felt", wide), build)


def _voted(state: RoomState, shown: ExerciseState) -> pictures.Shown | None:
    options = tuple(_with_group(option, state) for option in shown.exercise.options)
    return _bars(shown, voted(shown), options) if shown.dots or shown.hands else None


def _with_group(option: Option, state: RoomState) -> Option:
    """What is voted on, with the small group that said it."""
    names = state.room.group_names
    group = names.get(option.group) or (option.group if option.group in names.values() else "")
    return option.model_copy(update={"words": f"{option.words} · {group}"}) if group else option


def _opinions(_: RoomState, shown: ExerciseState) -> pictures.Shown | None:
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
    return _bars(shown, votes, options)


def _bars(shown: ExerciseState, votes: tuple[OptionVotes, ...], options: tuple[Option, ...]) -> pictures.Shown:
    from journey.charts import votes_alt, votes_chart

    language = session.language()
    words = {option.id: option.words for option in options}

    def build() -> pictures.Shown:
        chart = votes_chart(votes, words, language, dark=style.is_dark())
        return picture.on_screen(chart), votes_alt(votes, words, language)

    return _kept(shown, ("votes", len(votes), tuple(words.values())), build)


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


def _guessed(state: RoomState, shown: ExerciseState) -> pictures.Shown | None:
    from journey.charts import guesses_alt, guesses_chart

    steps = estimated(state, shown)
    if not steps:
        return None
    language = session.language()

    def build() -> pictures.Shown:
        chart: Any = guesses_chart(steps, language, dark=style.is_dark())
        return picture.on_screen(chart), guesses_alt(steps, language)

    return _kept(shown, steps, build)


_PICTURES: dict[ExerciseKind, Callable[[RoomState, ExerciseState], pictures.Shown | None]] = {
    ExerciseKind.FEEL: _felt,
    ExerciseKind.VOTE: _voted,
    ExerciseKind.CHECK: _opinions,
    ExerciseKind.ESTIMATE: _guessed,
}
