"""Work on the map at the place that was clicked: a small window beside the mark, with the words that it shows as a field,
and what is most often changed of its card one click away. Keys on a mark do the same without a window."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from journey.editing import next_rank, put, reordered, revise
from journey.journey_map import LANES, Lane
from journey.model import LINE_LIMIT, Emotion, MapState, Opportunity, Touchpoint, in_order, new_id
from ui.cards.forms import hint
from ui.cards.own_touchpoint import own_touchpoint
from ui.kit import controlled, feelings, fields, keeper, stage
from ui.kit.fields import Slot
from ui.kit.lines import add_line
from ui.kit.stage import Act
from ui.state import open_card, session
from ui.state.words import apart, plain, t

STAGE = "map-stage"
_ADD, _FEEL, _ASKING = "add:", "feel:", "asking"
_WIDE, _GAP = 432, 8  # px
_FIELDS = {_ASKING: "asking", **{lane.value: spec.field for lane, spec in LANES.items()}}
_SCORES = {"1": -2, "2": -1, "3": 0, "4": 1, "5": 2}
_STEPS = {"ArrowLeft": -1, "ArrowRight": 1, "ArrowUp": -1, "ArrowDown": 1}


@dataclass
class Spot:
    """What was clicked on last, None for nothing: `field` is the field of its card that the window shows, `idea` that it
    waits for an idea to the card."""

    act: Act | None = None
    field: str = ""
    idea: bool = False


def draw(persona: str | None, state: MapState | None, *, zoom: float, room: int) -> None:
    """Hear what is done on the map, and show the window where something was clicked. `persona` is whose map it is, `state`
    what an added card is, None for what most are; the map is shown `zoom` times as large as drawn, for `room` pixels."""
    st.fragment(_spot, key="spot")(persona, state or MapState.AS_IS, zoom, room)


def _spot(persona: str | None, state: MapState, zoom: float, room: int) -> None:
    shown = session.of_run(_Shown)
    if shown.sequence is None:
        shown.sequence = session.here().opened.sequence
    act = stage.watch(STAGE, {"edit": t("map.spot.edit"), "add": t("map.spot.add")}, zoom=zoom)
    if act:
        _heard(act, persona)
    keeper.begin(keeper.SPOT)
    controlled.begin(keeper.SPOT)
    spot = session.of_workshop(Spot)
    if spot.act:
        _window(spot, spot.act, persona, state)
    keeper.draw(keeper.SPOT, controlled.outdated)
    if session.here().opened.sequence != shown.sequence or stage.room(STAGE, room) != room:
        st.rerun()


@dataclass
class _Shown:
    """The version of the workshop that this run of the page shows, by its number."""

    sequence: int | None = None


def _heard(act: Act, persona: str | None) -> None:
    """See to what was done: keys and scores at once, a click opens the window."""
    spot = session.of_workshop(Spot)
    if not controlled.settle(keeper.SPOT):
        return
    if act.at.startswith(_FEEL):
        _score(act.id, int(act.at.removeprefix(_FEEL)), persona)
    elif act.key in _SCORES:
        _score(act.id, _SCORES[act.key], persona)
    elif act.key in _STEPS:
        _move(act.id, _STEPS[act.key], among="phases" if act.key in {"ArrowLeft", "ArrowRight"} else "cards")
    elif act.key == "m":
        _decide(act.id)
    else:
        show(act if act.at else None)
    if act.at.startswith(_FEEL):
        spot.act = None


def show(act: Act | None) -> None:
    """Open the window at a mark; close it for None."""
    spot = session.of_workshop(Spot)
    spot.act, spot.idea = act, False
    spot.field = _FIELDS.get(act.at, "title") if act else ""
    if act and not act.at.startswith(_ADD):
        keeper.show(f"{keeper.SPOT}:{act.id}:{spot.field}")
    elif act:
        keeper.show(_line_key(act))


def _line_key(act: Act) -> str:
    return f"{keeper.SPOT}-{act.at.removeprefix(_ADD)}-{act.id}"


def _window(spot: Spot, act: Act, persona: str | None, state: MapState) -> None:
    st.html(f"<style>.st-key-spot {{ {_stands(act)} }}</style>")
    with st.container(key="spot", border=True, gap="small"):
        if act.at.startswith(_ADD):
            _addition(act, state)
            return
        card = session.workshop().find(act.id)
        if isinstance(card, Touchpoint):
            _touchpoint(spot, card, persona)
        elif isinstance(card, Opportunity):
            _head(partial(_field, "opportunities", card, "title"), card.id)
            _phases("opportunities", card)
        else:
            st.caption(t("drawer.gone"))
            _close_button()


def _stands(act: Act) -> str:
    """Where the window stands: below its mark or above it, within the stage."""
    left = max(0, min(act.x, act.room - _WIDE))
    if act.above:
        return f"left: {left:.0f}px; bottom: {act.height - act.y + _GAP:.0f}px;"
    return f"left: {left:.0f}px; top: {act.y + act.h + _GAP:.0f}px;"


def _head(draw_field: Callable[[], None], card: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall", key="spot-head"):
        with st.container(key="spot-field"):
            draw_field()
        st.button(
            t("map.spot.whole"), key="spot:whole", icon=":material/open_in_full:", help=t("map.spot.whole"),
            on_click=_open, args=(card,),
        )  # fmt: skip
        _close_button()


def _close_button() -> None:
    st.button(t("map.spot.close"), key="spot:close", icon=":material/close:", help=t("map.spot.close"), on_click=_close)


def _close() -> None:
    if controlled.settle(keeper.SPOT):
        show(None)


def _open(card: str) -> None:
    """Open the whole card, at the field that the window showed."""
    if controlled.settle(keeper.SPOT):
        field = session.of_workshop(Spot).field
        show(None)
        open_card.show(card, field)
        keeper.show(f"{keeper.DRAWER}:{card}:{field}")
        st.rerun()


def _field(kind: str, card: Touchpoint | Opportunity, field: str) -> None:
    slot = Slot(kind, card, field, keeper.SPOT, placeholder=hint(kind, field))
    if slot.limit == LINE_LIMIT:
        fields.line(slot)
    else:
        fields.area(slot)


def _touchpoint(spot: Spot, card: Touchpoint, persona: str | None) -> None:
    _head(partial(_field, "touchpoints", card, spot.field), card.id)
    if persona:
        feelings.persona_emotion(Slot("touchpoints", card, "persona_emotions", keeper.SPOT), persona)
    else:
        feelings.emotion(Slot("touchpoints", card, "emotion", keeper.SPOT))
    _phases("touchpoints", card)
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="spot-more"):
        fields.toggle(Slot("touchpoints", card, "moment_of_truth", keeper.SPOT))
        for name, icon in (("pain_points", "sentiment_dissatisfied"), ("idea", "lightbulb")):
            st.button(
                t(f"map.spot.{name}"), key=f"spot:{name}", icon=f":material/{icon}:", type="tertiary",
                on_click=_turn, args=(name, card.id),
            )  # fmt: skip
    if spot.idea:
        add_line("map.add_opportunity", _idea_key(card.id), partial(_idea, card), place=keeper.SPOT)


def _idea_key(card: str) -> str:
    return f"{keeper.SPOT}-idea-{card}"


def _turn(to: str, card: str) -> None:
    """Show another field of the card, or the line for an idea."""
    spot = session.of_workshop(Spot)
    if not controlled.settle(keeper.SPOT):
        return
    spot.idea = to == "idea"
    if spot.idea:
        keeper.show(_idea_key(card))
    else:
        spot.field = to
        keeper.show(f"{keeper.SPOT}:{card}:{to}")


def _phases(kind: str, card: Touchpoint | Opportunity) -> None:
    names = apart({phase.id: phase.name for phase in session.model().phases})
    fields.pills(Slot(kind, card, "phase", keeper.SPOT), list(names), lambda phase: names.get(phase, phase))


def _addition(act: Act, state: MapState) -> None:
    lane, model = Lane(act.at.removeprefix(_ADD)), session.model()
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="spot-head"):
        st.markdown(f"**{plain(LANES[lane].words(session.language()))}** · {plain(model.phase_name(act.id))}")
        _close_button()
    if lane in {Lane.TOUCHPOINTS, Lane.OPPORTUNITIES}:
        words = "touchpoints.add_own" if lane is Lane.TOUCHPOINTS else "map.add_opportunity"
        add_line(words, _line_key(act), partial(_fresh, lane, act.id, state), place=keeper.SPOT)
        return
    here = in_order(touchpoint for touchpoint in session.workshop().touchpoints if touchpoint.phase == act.id)
    if not here:
        st.caption(t("map.spot.no_touchpoint"))
        return
    st.caption(t("map.spot.which"))
    titles = apart({touchpoint.id: touchpoint.title for touchpoint in here})
    with st.container(horizontal=True, gap="xsmall", key="spot-which"):
        for touchpoint in here:
            st.button(
                plain(titles[touchpoint.id] or t("frame.unnamed")), key=f"spot:which:{touchpoint.id}", type="tertiary",
                on_click=_write_at, args=(act, touchpoint.id, lane),
            )  # fmt: skip


def _write_at(act: Act, touchpoint: str, lane: Lane) -> None:
    show(replace(act, id=touchpoint, at=lane.value))


def _fresh(lane: Lane, phase: str, state: MapState, title: str) -> Touchpoint | Opportunity:
    if lane is Lane.TOUCHPOINTS:
        return own_touchpoint(phase, title, state)
    return Opportunity(id=new_id(), rank=next_rank(session.workshop().opportunities), title=title, phase=phase)


def _idea(at: Touchpoint, title: str) -> Opportunity:
    held = session.workshop().opportunities
    return Opportunity(id=new_id(), rank=next_rank(held), title=title, phase=at.phase, touchpoint=at.id)


# --- without a window -------------------------------------------------------------------------------------------------


def _found(card: str) -> Any:
    return session.workshop().find(card)


def _score(card: str, score: int, persona: str | None) -> None:
    """Set how a touchpoint feels, to the persona whose map it is."""
    touchpoint = _found(card)
    if isinstance(touchpoint, Touchpoint):
        session.commit(put(session.workshop(), feelings.scored(touchpoint, persona or "", Emotion(score))))


def _decide(card: str) -> None:
    """Make a touchpoint a moment of truth, or no longer one."""
    touchpoint = _found(card)
    if isinstance(touchpoint, Touchpoint):
        session.commit(put(session.workshop(), revise(touchpoint, moment_of_truth=not touchpoint.moment_of_truth)))


def _move(card: str, step: int, *, among: str) -> None:
    """Move a card to the next phase, or a touchpoint among those of its phase."""
    held = _found(card)
    if isinstance(held, Touchpoint | Opportunity) and among == "phases":
        phases = [phase.id for phase in session.model().phases]
        place = phases.index(held.phase) + step if held.phase in phases else -1
        if 0 <= place < len(phases):
            session.commit(put(session.workshop(), revise(held, phase=phases[place])))
    elif isinstance(held, Touchpoint):
        here = [one.id for one in in_order(one for one in session.workshop().touchpoints if one.phase == held.phase)]
        place = here.index(card) + step
        if 0 <= place < len(here):
            rest = [one for one in here if one != card]
            session.commit(reordered(session.workshop(), "touchpoints", [*rest[:place], card, *rest[place:]]))
