"""What changed between two states, part by part: feelings, step rates, findings, and every card in words."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from journey.journey_map import journey_map
from journey.phases import model_of
from journey.rounds import KeptFinding, RoundComparison
from journey.texts import signed_points
from ui.cards.changes_table import changes_table
from ui.kit import picture, style
from ui.kit.tables import table
from ui.state import session
from ui.state.words import figure, safe, share, t, word

_SHOWN = 200


def feelings(found: RoundComparison, older: str, newer: str) -> None:
    """Both curves in one picture, and the touchpoints that feel otherwise."""
    st.header(t("rounds.feelings"), anchor=False)
    if found.model_switched:
        st.caption(t("rounds.feelings_models"))
    elif any(each.emotion is not None for each in found.newer.workshop.touchpoints):
        drawn, words = _curves(found, older, newer)
        picture.show_wide(picture.on_screen(drawn(dark=style.is_dark())), words, "rounds-felt")
        picture.menu(t("funnel.picture"), "rounds-felt", drawn, words)
    if not found.felt:
        st.caption(t("rounds.feelings_none"))
        return
    titles = {each.id: each.title for each in found.newer.workshop.touchpoints}
    rows = [
        (safe(titles[each.touchpoint] or t("frame.untitled")), safe(word(each.before) or "–"), safe(word(each.after) or "–"),
         signed_points(each.points))
        for each in found.felt
    ]  # fmt: skip
    head = (t("rounds.touchpoint"), safe(older), safe(newer), t("rounds.difference"))
    st.html(table(t("rounds.feelings_list"), head, rows))


def _curves(found: RoundComparison, older: str, newer: str) -> tuple[picture.Drawing, str]:
    from journey.charts import emotion_curve_alt, emotion_curve_chart

    language = session.language()
    curves = {
        name: journey_map(state.workshop, model_of(state.workshop, language))
        for name, state in (("", found.newer), (older, found.older))
    }
    changes = {each.touchpoint: each.points for each in found.felt if each.points}
    drawn = picture.drawing(emotion_curve_chart, curves, language, common=newer, changes=changes)
    return drawn, emotion_curve_alt(curves, language, common=newer)


def steps(found: RoundComparison, older: str, newer: str) -> None:
    """The rates of every step that both states have, the interval of the difference, and what can be said."""
    st.header(t("rounds.steps"), anchor=False)
    if not found.steps:
        st.caption(t("rounds.steps_none"))
        return
    st.caption(t("rounds.steps_one_look"))
    language, model = session.language(), model_of(found.newer.workshop, session.language())
    rows = []
    for each in found.steps:
        low, high = (_points(end * 100) for end in each.difference.interval)
        first, second = each.difference.first, each.difference.second
        rows.append((
            safe(f"{model.phase_name(each.previous)} → {model.phase_name(each.phase)}"),
            f"{share(first.rate, 1)}<br><small>n = {figure(first.trials)}</small>",
            f"{share(second.rate, 1)}<br><small>n = {figure(second.trials)}</small>",
            safe(t("rounds.from_to", low=low, high=high)),
            safe(each.words(language, older, newer)),
        ))  # fmt: skip
    head = (t("rounds.step"), safe(older), safe(newer), t("rounds.interval"), t("rounds.verdict"))
    st.html(table(t("rounds.steps"), head, rows, wide=True))


def _points(value: float) -> str:
    return f"{'−' if round(value, 1) < 0 else ''}{figure(abs(value), 1)}"


def findings(found: RoundComparison) -> None:
    """Findings that came, came back, and went."""
    st.header(t("rounds.said"), anchor=False)
    if found.findings is None:
        st.caption(t("rounds.said_none"))
        return
    with st.grid("auto", min_column_width=300, gap="small"):
        for name in ("came", "came_back", "went"):
            _listed(name, getattr(found.findings, name))


def _listed(name: str, findings: Iterable[KeptFinding]) -> None:
    items = "".join(f"<li>{safe(each.title)}</li>" for each in findings)
    with st.container(border=True, key=f"findings-{name}"):
        st.subheader(t(f"rounds.{name}"), anchor=False)
        st.html(f"<ul>{items}</ul>" if items else f"<p class='j-quiet'>{safe(t('rounds.nothing'))}</p>")


def cards(found: RoundComparison) -> None:
    """Every card that changed, field by field; drawn when it is unfolded."""
    if not found.edits:
        return
    part = st.expander(t("rounds.cards"), icon=":material/list:", key="rounds-cards", on_change="rerun")
    if not part.open:
        return
    with part:
        from journey.exchange import differences

        told: tuple[Any, ...] = differences(found.older.workshop, found.newer.workshop, session.language())
        told = tuple(each for each in told if each.kind != "rounds")
        st.html(changes_table(told[:_SHOWN]))
        if len(told) > _SHOWN:
            st.caption(t("rounds.more_cards", count=len(told) - _SHOWN))
