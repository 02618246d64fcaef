"""One round to be read: the map as it was, what was found, counted, voted and planned then, and files of it."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from journey.journey_map import journey_map
from journey.model import Round, Workshop
from journey.phases import model_of
from journey.rounds import Kept, RoundLost
from ui.cards import take_home
from ui.kit import picture, style
from ui.kit.tables import TableRow, table
from ui.rounds import pictures, states
from ui.state import session, worked_out
from ui.state.words import day, figure, plain, safe, share, t, word


@dataclass
class _Looked:
    """The round that somebody looks at, by its id."""

    which: str = ""


def at(which: str) -> None:
    """Look at a round, in a callback; "" at none."""
    session.of_workshop(_Looked).which = which


def draw() -> None:
    """The round that was chosen; nothing where none was."""
    closed = states.round_of(session.of_workshop(_Looked).which)
    if closed is None:
        return
    with st.container(border=True, key="looked-at"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.header(plain(t("rounds.looked", name=closed.name or t("frame.untitled"))), anchor=False)
            st.button(
                t("rounds.look_end"), key="look-end", icon=":material/close:", type="tertiary", on_click=at, args=("",)
            )
        st.caption(t("rounds.read_only", day=day(closed.closed)))
        try:
            then = states.as_it_was(closed)
        except RoundLost:
            st.warning(t("rounds.lost"), icon=":material/broken_image:")
            return
        _exports(closed, then)
        _map(closed, then)
        _tables(then, states.kept(closed))


def _exports(closed: Round, then: Workshop) -> None:
    asked = st.popover(
        t("rounds.export"), icon=":material/download:", key=f"round-export-{closed.id}", on_change="rerun"
    )
    if asked.open:
        with asked:
            named = then.with_frame(
                then.frame.model_copy(update={"title": f"{then.frame.title} {closed.name}".strip()})
            )
            take_home.documents(then, named, session.language(), f"round-{closed.id}", aside=True)


def _map(closed: Round, then: Workshop) -> None:
    if not then.touchpoints:
        return
    spec, words = worked_out.kept(
        "round-map", (closed.id, session.language(), style.is_dark()), partial(_drawn_map, then)
    )
    pictures.scrolled(spec, words, "round-map")


def _drawn_map(then: Workshop) -> tuple[dict[str, Any], str]:
    from journey.charts import journey_map_alt, journey_map_chart

    language = session.language()
    journey = journey_map(then, model_of(then, language))
    narrow = pictures.without_cards(journey)
    chart = journey_map_chart(journey, language, dark=style.is_dark(), width=pictures.PAGE, folded=narrow)
    return picture.on_screen(chart), journey_map_alt(journey, language)


def _tables(then: Workshop, kept: Kept | None) -> None:
    if kept is not None:
        items = "".join(f"<li>{safe(each.title)}</li>" for each in kept.findings)
        st.subheader(t("rounds.findings"), anchor=False)
        st.html(f"<ul>{items}</ul>" if items else f"<p>{safe(t('rounds.no_findings'))}</p>")
    model = model_of(then, session.language())
    _table("counts", ("fields.counts.phase", "fields.counts.period", "fields.counts.count"), [
        (safe(model.phase_name(each.phase)), safe(each.period), figure(each.count)) for each in then.counts])  # fmt: skip
    _table("log_steps", ("rounds.step", "rounds.went_on", "rounds.people"), [
        (safe(f"{model.phase_name(each.previous)} → {model.phase_name(each.phase)}"),
         share(each.went_on / each.people if each.people else 0, 1), figure(each.people))
        for each in (kept.steps if kept else ())])  # fmt: skip
    _table("guesses", ("fields.guesses.phase", "fields.guesses.author", "fields.guesses.share"), [
        (safe(model.phase_name(each.phase)), safe(each.author), "–" if each.share is None else share(each.share / 100))
        for each in then.guesses])  # fmt: skip
    _table("votes", ("live_room.question", "rounds.votes", "rounds.dots"), [
        (safe(each.question), safe(each.words), figure(each.dots)) for each in (kept.votes if kept else ())])  # fmt: skip
    _table("actions", ("fields.actions.title", "fields.actions.owner", "fields.actions.state"), [
        (safe(each.title), safe(each.owner), safe(word(each.state))) for each in then.actions])  # fmt: skip


def _table(name: str, head: tuple[str, ...], rows: list[TableRow]) -> None:
    if rows:
        words = t(f"rounds.{name}")
        st.subheader(words, anchor=False)
        st.html(table(words, [t(key) for key in head], rows))
