"""All touchpoints to be scored, in journey order: a column for everybody and one for each persona, five faces a cell. Keys
and clicks are saved one by one; the page around them is drawn anew when the person rests."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import streamlit as st

from journey.journey_map import concerned
from journey.model import Emotion, in_order
from ui.kit import delivery, feelings, score_keys
from ui.kit.phase_chips import phase_chip
from ui.state import session
from ui.state.session import Saving
from ui.state.words import apart, safe, t, word
from ui.touchpoints import scores_met

TABLE = "scores"
_FACES = {Emotion(score): face for score, face in feelings.FACES.items()}


ScoreCells = dict[tuple[str, str], tuple[Emotion | None, Emotion | None]]
"""By touchpoint and persona ("" = all) the own score and, where there is none, the common one."""


@dataclass
class _Shown:
    """What this run of the page says: of which version of the workshop, whether the store is in trouble, and the table
    with its cells. While somebody scores, the table stays as it is, and its cells are told alone."""

    of: tuple[int, bool] | None = None
    table: str = ""
    cells: ScoreCells = field(default_factory=dict)


def draw() -> None:
    """The table, or what there is to do first."""
    if not session.workshop().touchpoints:
        st.info(t("touchpoints.empty"), icon=":material/touch_app:")
        return
    with st.container(key="scores-help"):
        st.caption(t("touchpoints.scores_help"))
    delivery.fragment(_scores)()


def _scores() -> None:
    shown = session.of_run(_Shown)
    shown.of = shown.of or _now()
    _hear()
    if not shown.table:
        shown.cells = _cells()
        shown.table = _table(shown.cells)
    scores_met.draw()
    with st.container(key=TABLE):
        st.html(shown.table)
    st.html(_turns())
    changed = [(*cell, *scores) for cell, scores in _cells().items() if shown.cells.get(cell) != scores]
    rests = score_keys.listen(TABLE, _FACES, word, _hear, changed)
    now = _now()
    if now[1] != shown.of[1] or (rests and now != shown.of):
        st.rerun()


def _now() -> tuple[int, bool]:
    return session.here().opened.sequence, session.current().trouble is not None


@session.to_its_end
def _hear() -> None:
    """Save what was scored, one by one; what the store does not take is tried again with the next."""
    for one in score_keys.unheard(TABLE):
        if scores_met.save(one) is Saving.TROUBLE:
            break


# --- the table --------------------------------------------------------------------------------------------------------


def _cells() -> ScoreCells:
    """The cells that can be scored: of everybody, and of the personas that a touchpoint matters to or that have a score."""
    workshop = session.workshop()
    personas = [persona.id for persona in workshop.personas]
    cells: ScoreCells = {}
    for touchpoint in workshop.touchpoints:
        cells[touchpoint.id, ""] = touchpoint.emotion, None
        own = {one.persona: one.emotion for one in touchpoint.persona_emotions}
        matters = set(concerned(workshop, touchpoint))
        for persona in personas:
            if persona in own:
                cells[touchpoint.id, persona] = own[persona], None
            elif persona in matters:
                cells[touchpoint.id, persona] = None, touchpoint.emotion
    return cells


def _table(cells: ScoreCells) -> str:
    columns = {"": t("touchpoints.scores_all"), **apart({one.id: one.name for one in session.workshop().personas})}
    heads = "".join(f"<th role='columnheader' scope='col'>{safe(name)}</th>" for name in columns.values())
    return (
        f"<table class='j-scores' role='grid' aria-label='{safe(t('touchpoints.scores_table'))}'><thead><tr role='row'>"
        f"<th role='columnheader' scope='col'>{t('touchpoints.scores_touchpoint')}</th>{heads}</tr></thead>"
        f"<tbody>{''.join(_rows(list(columns), cells))}</tbody></table>"
    )


def _rows(columns: list[str], cells: ScoreCells) -> Iterator[str]:
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
        row = "".join(_cell(touchpoint.id, persona, cells) for persona in columns)
        yield (
            f"<tr role='row'><th role='rowheader' scope='row'><small>{number} / {len(ordered)} {chip}</small>"
            f"<span data-title>{title}</span></th>{row}</tr>"
        )


def _cell(touchpoint: str, persona: str, cells: ScoreCells) -> str:
    if (touchpoint, persona) not in cells:
        return "<td role='gridcell'></td>"
    own, common = cells[touchpoint, persona]
    as_all = "" if common is None else f" data-common='{int(common)}'"
    score = "" if own is None else int(own)
    return (
        f"<td role='gridcell' data-of='{touchpoint}' data-at='{persona}' data-score='{score}'{as_all}>"
        f"{feelings.face(own)}</td>"
    )


def _turns() -> str:
    """The buttons that a phone has, where a card fills the screen."""
    buttons = "".join(
        f"<button type='button' data-step='{step}'>{t(f'touchpoints.scores_{name}')}</button>"
        for step, name in ((-1, "back"), (1, "on"))
    )
    return f"<p class='j-turns'>{buttons}</p>"
