"""All touchpoints to be scored, in journey order: a column for everybody and one for each persona, five faces a cell. Keys
and clicks are saved one by one; the page around them is drawn anew when the person rests."""

from collections.abc import Iterator
from dataclasses import dataclass

import streamlit as st

from journey.editing import put
from journey.journey_map import emotion_of, matters_to
from journey.model import Emotion, Touchpoint, in_order
from ui.kit import feelings, score_keys
from ui.kit.phase_chips import phase_chip
from ui.kit.score_keys import Scored
from ui.state import session
from ui.state.session import Saving
from ui.state.words import apart, safe, t, word

TABLE = "scores"
_MOST_TRIES = 5
_FACES = {Emotion(score): face for score, face in feelings.FACES.items()}


@dataclass
class _Shown:
    """What this run of the page says of the workshop: its version, and whether the store is in trouble."""

    of: tuple[int, bool] | None = None


def draw() -> None:
    """The table, or what there is to do first."""
    if not session.workshop().touchpoints:
        st.info(t("touchpoints.empty"), icon=":material/touch_app:")
        return
    with st.container(key="scores-help"):
        st.caption(t("touchpoints.scores_help"))
    st.fragment(_scores)()


def _scores() -> None:
    shown = session.of_run(_Shown)
    shown.of = shown.of or _now()
    _hear()
    with st.container(key=TABLE):
        st.html(_table())
    st.html(_turns())
    rests = score_keys.listen(TABLE, _FACES, word, _hear)
    now = _now()
    if now[1] != shown.of[1] or (rests and now != shown.of):
        st.rerun()


def _now() -> tuple[int, bool]:
    return session.here().opened.sequence, session.current().trouble is not None


@session.to_its_end
def _hear() -> None:
    """Save what was scored, one by one; what the store does not take is tried again with the next."""
    for one in score_keys.unheard(TABLE):
        if _save(one) is Saving.TROUBLE:
            break


def _save(one: Scored) -> Saving:
    """Others score the same touchpoint at the same time: their scores stay, of the same cell the last one counts."""
    outcome = Saving.NOTHING
    for _ in range(_MOST_TRIES):
        held = session.workshop().find(one.row)
        if not isinstance(held, Touchpoint) or (one.column and not session.workshop().persona(one.column)):
            return Saving.NOTHING
        score = None if one.score is None else Emotion(one.score)
        outcome = session.attempt(put(session.workshop(), feelings.scored(held, one.column, score)))
        if outcome is not Saving.CLASH:
            break
    return outcome


# --- the table --------------------------------------------------------------------------------------------------------


def _table() -> str:
    columns = {"": t("touchpoints.scores_all"), **apart({one.id: one.name for one in session.workshop().personas})}
    heads = "".join(f"<th role='columnheader' scope='col'>{safe(name)}</th>" for name in columns.values())
    return (
        f"<table class='j-scores' role='grid' aria-label='{safe(t('touchpoints.scores_table'))}'><thead><tr role='row'>"
        f"<th role='columnheader' scope='col'>{t('touchpoints.scores_touchpoint')}</th>{heads}</tr></thead>"
        f"<tbody>{''.join(_rows(list(columns)))}</tbody></table>"
    )


def _rows(columns: list[str]) -> Iterator[str]:
    held, model = session.workshop().touchpoints, session.model()
    places = {phase.id: place for place, phase in enumerate(model.phases)}
    ordered = sorted(in_order(held), key=lambda one: places.get(one.phase, len(places)))
    phase = None
    for number, touchpoint in enumerate(ordered, 1):
        chip = phase_chip(places.get(touchpoint.phase, len(places)), model.phase_name(touchpoint.phase))
        if touchpoint.phase != phase:
            phase = touchpoint.phase
            yield f"<tr role='row' class='j-phase'><th role='rowheader' colspan='{len(columns) + 1}'>{chip}</th></tr>"
        title = safe(touchpoint.title or t("frame.untitled"))
        cells = "".join(_cell(touchpoint, persona) for persona in columns)
        yield (
            f"<tr role='row'><th role='rowheader' scope='row'><small>{number} / {len(ordered)} {chip}</small>"
            f"<span data-title>{title}</span></th>{cells}</tr>"
        )


def _cell(touchpoint: Touchpoint, persona: str) -> str:
    own = feelings.own_score(touchpoint, persona)
    if persona and own is None and not matters_to(session.workshop(), touchpoint, persona):
        return "<td role='gridcell'></td>"
    common = emotion_of(touchpoint) if persona and own is None else None
    as_all = "" if common is None else f" data-common='{int(common)}'"
    score = "" if own is None else int(own)
    return (
        f"<td role='gridcell' data-of='{touchpoint.id}' data-at='{persona}' data-score='{score}'{as_all}>"
        f"{feelings.face(own)}</td>"
    )


def _turns() -> str:
    """The buttons that a phone has, where a card fills the screen."""
    buttons = "".join(
        f"<button type='button' data-step='{step}'>{t(f'touchpoints.scores_{name}')}</button>"
        for step, name in ((-1, "back"), (1, "on"))
    )
    return f"<p class='j-turns'>{buttons}</p>"
