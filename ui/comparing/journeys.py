"""Which two journeys, both curves in one picture, what both have and what one has alone."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from journey.model import Touchpoint
from journey.phases import PhaseModel, model_of
from journey.rounds.side_by_side import JourneySide, SideBySide, side_by_side
from journey.store import NoSuchWorkshop, Unreadable
from journey.texts import signed_points
from ui.kit import picture, style
from ui.kit.phase_chips import phase_chip
from ui.kit.rooms import named
from ui.kit.tables import table
from ui.state import session
from ui.state.words import apart, figure, many, safe, t, word

if TYPE_CHECKING:
    from journey.store import WorkshopSummary

_SIDES = ("first", "second")


def draw() -> None:
    """The choice, and the comparison; what to do where there is nothing to compare."""
    listed = session.store().workshops()
    if not listed:
        st.info(t("compare.empty"), icon=":material/compare_arrows:")
        named("start").link(label=t("compare.to_start"), icon=":material/home:")
        return
    st.caption(t("compare.help"))
    if session.current().opened is None:  # there is no menu then
        named("start").link(label=t("compare.to_start"), icon=":material/arrow_back:")
    usual = _usual([one.id for one in listed])
    chosen = [side for place, name in enumerate(_SIDES) if (side := _side(name, listed, usual, place))]
    if len(chosen) < len(_SIDES):
        return
    (first, _), (second, _) = chosen
    if first == second:
        st.info(t("compare.same"), icon=":material/compare_arrows:")
        return
    names = _told_apart([called for _, called in chosen])
    found = side_by_side(first, second)
    _in_all(found)
    _curves(found, names)
    _shared(found, names)
    _alone(found, names)


def _usual(ids: list[str]) -> tuple[str, str]:
    """What is compared first: the open workshop, else the newest one, with another one where there is one."""
    opened = session.current().opened
    first = opened.workshop.frame.id if opened and opened.workshop.frame.id in ids else ids[0]
    return first, next((one for one in ids if one != first), first)


def _side(
    name: str, listed: "Iterable[WorkshopSummary]", usual: tuple[str, str], place: int
) -> tuple[JourneySide, tuple[str, str]] | None:
    """A journey that a person chose, with its title and its persona's name; None where it cannot be read. Of the only workshop two personas
    are compared first."""
    titles = apart({one.id: one.title for one in listed})
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"compare-{name}"):
        key = f"compare-{name}:workshop"
        if session.value(key) not in titles:
            session.set_value(key, usual[place])
        chosen = st.selectbox(
            t(f"compare.{name}"), list(titles), format_func=lambda one: titles.get(one, ""), key=key, persist_state="session", width=420,
        )  # fmt: skip
        try:
            workshop = session.store().open(chosen).workshop
        except (NoSuchWorkshop, Unreadable):
            st.warning(t("compare.not_readable"), icon=":material/broken_image:")
            return None
        people = apart({persona.id: persona.name for persona in workshop.personas})
        beginning = place if usual[0] == usual[1] and len(people) > 1 else None
        persona = st.selectbox(
            t("compare.persona"), list(people), index=beginning, format_func=lambda one: people.get(one, ""),
            key=f"compare-{name}:persona:{chosen}", placeholder=t("compare.all"), persist_state="session", width=260,
        )  # fmt: skip
    called = (titles[chosen], people[persona] if persona else "")
    return JourneySide(workshop, model_of(workshop, session.language()), persona), called


def _told_apart(called: list[tuple[str, str]]) -> dict[str, str]:
    """What the sides are called: the workshop and the persona, of the same workshop the persona alone."""
    same = len({title for title, _ in called}) == 1
    words = [
        persona or t("compare.all") if same else " · ".join(filter(None, (title, persona))) for title, persona in called
    ]
    return {name: f"{number} · {each}" for number, (name, each) in enumerate(zip(_SIDES, words, strict=True), 1)}


def _in_all(found: SideBySide) -> None:
    with st.container(horizontal=True, key="compare-in-all"):
        st.metric(t("compare.shared"), figure(len(found.shared)), border=True)
        st.metric(t("compare.only_first"), figure(len(found.only_first)), border=True)
        st.metric(
            t("compare.only_second"), figure(len(found.only_second)), border=True
        )  # fmt: skip


def _curves(found: SideBySide, names: dict[str, str]) -> None:
    from journey.charts import emotion_curve_alt, emotion_curve_chart

    st.header(t("compare.curves"), anchor=False)
    if not found.same_phases:
        st.info(t("compare.other_phases"), icon=":material/view_column:")
        return
    curves = dict(zip((names["first"], names["second"]), found.maps, strict=True))
    scored = any(
        point.emotion is not None for one in curves.values() for part in one.columns for point in part.feelings
    )
    if not scored:
        st.caption(t("compare.no_scores"))
        return
    language = session.language()
    # At the lines stand the numbers of the sides alone: a phone has no room for more beside the picture.
    first, second = (called.partition(" ")[0] for called in names.values())
    drawn = {"": curves[names["second"]], first: curves[names["first"]]}
    chart = picture.drawing(emotion_curve_chart, drawn, language, common=second, changes=found.changes)
    st.html(f"<p class='j-quiet'>{'<br>'.join(map(safe, names.values()))}</p>")
    spec = picture.on_screen(chart(dark=style.is_dark()))
    words = emotion_curve_alt(curves, language)
    picture.show_wide(spec, words, "compare-curves")
    picture.menu(t("funnel.picture"), "compare-curves", chart, words, titled=found.second.workshop)


def _shared(found: SideBySide, names: dict[str, str]) -> None:
    if not found.shared:
        return
    st.header(t("compare.shared"), anchor=False)
    head = (t("compare.touchpoint"), safe(names["first"]), safe(names["second"]), t("compare.difference"))
    rows = (
        (
            f"{_phase(pair.first, found.first.model)} {safe(pair.first.title or t('frame.untitled'))}",
            safe(word(pair.felt[0]) or "–"),
            safe(word(pair.felt[1]) or "–") + _elsewhere(pair.first, pair.second, found.second.model),
            signed_points(pair.points),
        )
        for pair in found.shared
    )
    st.html(table(t("compare.shared"), head, rows))


def _elsewhere(first: Touchpoint, second: Touchpoint, model: PhaseModel) -> str:
    """Where a touchpoint stands on the second journey, if that is another phase."""
    return f"<br>{_phase(second, model)}" if first.phase != second.phase else ""


def _alone(found: SideBySide, names: dict[str, str]) -> None:
    """Side by side what one journey has alone."""
    with st.grid("auto", min_column_width=360, gap="small"):
        for side, cards, model in (
            ("first", found.only_first, found.first.model), ("second", found.only_second, found.second.model),
        ):  # fmt: skip
            with st.container(border=True, key=f"compare-only-{side}"):
                st.html(f"<h2>{safe(t('compare.alone', name=names[side]))}</h2>{_listed(cards, model)}")


def _listed(cards: tuple[Touchpoint, ...], model: PhaseModel) -> str:
    if not cards:
        return f"<p class='j-quiet'>{safe(t('compare.nothing'))}</p>"
    items = "".join(f"<li>{_phase(card, model)} {safe(card.title or t('frame.untitled'))}</li>" for card in cards)
    return f"<p class='j-quiet'>{safe(many('compare.count', len(cards)))}</p><ul class='j-stages'>{items}</ul>"


def _phase(card: Touchpoint, model: PhaseModel) -> str:
    place = model.index(card.phase)
    return phase_chip(place, model.phases[place].name) if place is not None else ""
