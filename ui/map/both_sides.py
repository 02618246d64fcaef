"""The map as it is and as it shall be: the differences as the list of work, both curves in one picture, all touchpoints."""

from dataclasses import dataclass
from functools import partial

import streamlit as st

from journey.future import (
    FIELDS,
    BothSides,
    as_it_is,
    as_it_shall_be,
    both_sides,
    difference_as_action,
    future_made_today,
    sides_of,
)
from journey.history import field_words
from journey.journey_map import journey_map
from journey.model import Action, ActionState, Touchpoint
from journey.roles import Right
from ui.kit import open_card, picture, style
from ui.kit.phase_chips import phase_chip
from ui.kit.rooms import named
from ui.kit.tables import table
from ui.state import session, worked_out
from ui.state.words import many, plain, safe, t, today, word

_DOSE = 12


@dataclass
class _Work:
    count: int = _DOSE


def draw() -> None:
    """What shall change, how it shall feel, and both sides of every touchpoint."""
    sides = sides_of(session.workshop(), session.model())
    if not sides:
        st.info(t("future.no_cards"), icon=":material/add_location_alt:")
        named("touchpoints").link(label=t("map.to_catalogue"), icon=":material/add_location_alt:")
        return
    st.caption(t("future.help"))
    found = [each for each in sides if each.coming]
    if found:
        _pictures()
    _work(found)
    _curves()
    st.subheader(t("future.all"), anchor=False)
    head = (t("future.touchpoint"), t("future.today"), t("future.future"))
    st.html(table(t("future.all"), head, (_row(each) for each in sides), fits=True))


def _pictures() -> None:
    """Both maps as files."""
    from journey.charts import journey_map_alt, journey_map_chart

    states = {"today": as_it_is, "future": as_it_shall_be}
    with st.container(horizontal=True, key="future-pictures"):
        for name, state in states.items():
            shown = journey_map(state(session.workshop()), session.model())
            drawn = picture.drawing(journey_map_chart, shown, session.language())
            picture.menu(
                t(f"future.picture_{name}"), f"map-{name}", drawn, partial(journey_map_alt, shown, session.language())
            )


def _work(found: list[BothSides]) -> None:
    if not found:
        st.info(t("future.empty"), icon=":material/edit_note:")
        return
    st.header(many("future.differences", len(found)), anchor=False)
    shown = session.of_workshop(_Work)
    with st.grid("auto", min_column_width=420, gap="small"):
        for each in found[: shown.count]:
            _difference(each)
    more = len(found) - shown.count
    if more > 0:
        st.button(many("analysis.show_more", more), key="more-work", icon=":material/expand_more:", on_click=_more)


def _more() -> None:
    session.of_workshop(_Work).count += _DOSE


def _difference(each: BothSides) -> None:
    card, may = each.card, session.may(Right.EDIT)
    action = session.workshop().find(each.action_id)
    with st.container(border=True, height="stretch", key=f"difference-{card.id}"):
        st.html(
            f"<div class='j-card'><div>{_phase(card)} <span class='j-chip'>{t(f'future.coming_{each.coming}')}</span></div>"
            f"<h3>{safe(card.title or t('frame.untitled'))}</h3>{_changed(each)}</div>"
        )
        st.space("stretch")
        with st.container(horizontal=True, vertical_alignment="center"):
            if isinstance(action, Action):
                said = plain(t("future.is_action", state=word(action.state)))
                if st.button(said, key=f"future-see:{card.id}", type="tertiary", icon=":material/task_alt:"):
                    session.set_value("view-analysis", "actions")
                    named("analysis").go()
            else:
                st.button(
                    t("future.action"), key=f"future-do:{card.id}", icon=":material/add_task:", on_click=_act,
                    args=(card.id, each.action_id), disabled=not may,
                )  # fmt: skip
            done = isinstance(action, Action) and action.state is ActionState.DONE
            st.button(
                t("future.now"), key=f"future-now:{card.id}", icon=":material/check:", on_click=_now, help=t("future.now_help"),
                args=(card.id, each.action_id), disabled=not may, type="primary" if done else "tertiary",
            )  # fmt: skip
            st.button(
                t("frame.card"), key=f"future-open:{card.id}", type="tertiary", icon=":material/open_in_full:",
                on_click=open_card.clicked, args=(card.id,),
            )  # fmt: skip


def _asked(card: str, difference: str) -> BothSides | None:
    """The difference that a button was drawn for; None where it is another one by now."""
    held = session.workshop().touchpoint(card)
    sides = both_sides(held) if held else None
    return sides if sides and sides.action_id == difference else None


def _act(card: str, difference: str) -> None:
    sides = _asked(card, difference)
    if sides:
        session.commit(difference_as_action(session.workshop(), sides, session.language()), "future_action")


def _now(card: str, difference: str) -> None:
    sides = _asked(card, difference)
    if sides:
        session.commit(future_made_today(session.workshop(), sides, today()), "future_now")


def _changed(each: BothSides) -> str:
    """What changes, from today to the future; of what comes or goes how it is."""
    if each.today and each.future:
        rows = (
            f"<li>{_name(field)}: <del>{_words(each.today, field)}</del> → <ins>{_words(each.future, field)}</ins></li>"
            for field in each.changed
        )
        return f"<ul>{''.join(rows)}</ul>"
    there = each.today or each.future
    return f"<ul>{_facts(there)}</ul>" if there else ""


def _row(each: BothSides) -> tuple[str, str, str]:
    title = f"{_phase(each.card)}<br>{safe(each.card.title or t('frame.untitled'))}"
    gone = f"<i class='j-quiet'>{safe(t('future.not_there'))}</i>"
    today = f"<ul>{_facts(each.today)}</ul>" if each.today else gone
    if not each.future:
        return title, today, gone
    if each.today and not each.changed:
        return title, today, f"<span class='j-quiet'>{safe(t('future.same'))}</span>"
    return title, today, f"<ul>{_facts(each.future, each.changed)}</ul>"


def _facts(card: Touchpoint, marked: tuple[str, ...] = ()) -> str:
    said = ((field, _words(card, field)) for field in FIELDS if getattr(card, field) not in (None, ""))
    return "".join(
        f"<li>{_name(field)}: {f'<ins>{words}</ins>' if field in marked else words}</li>" for field, words in said
    )


def _name(field: str) -> str:
    return safe(t(f"fields.touchpoints.{field}"))


def _words(card: Touchpoint, field: str) -> str:
    value = getattr(card, field)
    return safe(
        field_words("touchpoints", field, value, session.workshop(), session.model(), session.language()) or "–"
    )


def _phase(card: Touchpoint) -> str:
    model = session.model()
    place = model.index(card.phase)
    return phase_chip(place, model.phases[place].name) if place is not None else ""


def _curves() -> None:
    """Both curves, where somebody scored and they differ."""
    drawn = worked_out.kept("both-curves", (session.language(), style.is_dark()), _drawn)
    if drawn is None:
        return
    chart, spec, alt = drawn
    st.subheader(t("future.curve"), anchor=False)
    st.caption(t("future.curve_help"))
    picture.show_wide(spec, alt, "both-curves")
    picture.menu(t("future.picture"), "both-curves", chart, alt)


def _drawn() -> tuple[picture.Drawing, dict[str, object], str] | None:
    from journey.charts import emotion_curve_alt, emotion_curve_chart

    workshop, model, language = session.workshop(), session.model(), session.language()
    curves = {
        t("future.today"): journey_map(as_it_is(workshop), model),
        t("future.future"): journey_map(as_it_shall_be(workshop), model),
    }
    felt = [
        [(point.id, point.emotion) for column in one.columns for point in column.feelings] for one in curves.values()
    ]
    if felt[0] == felt[1] or not any(emotion is not None for side in felt for _, emotion in side):
        return None
    chart = picture.drawing(emotion_curve_chart, curves, language)
    return chart, picture.on_screen(chart(dark=style.is_dark())), emotion_curve_alt(curves, language)
