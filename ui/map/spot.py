"""Work on the map at the place that was clicked: a small window beside the mark, with the words that it shows as a field,
and what is most often changed of its card one click away. What needs no window is in acts.py."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import streamlit as st

from journey.journey_map import LANES, Lane
from journey.model import LINE_LIMIT, MapState, Opportunity, Touchpoint, in_order
from journey.roles import Right
from ui.cards.forms import hint
from ui.cards.new_cards import idea, own_touchpoint
from ui.kit import controlled, delivery, feelings, fields, keeper, open_card, stage
from ui.kit.fields import Slot
from ui.kit.lines import add_line
from ui.kit.stage import Act
from ui.map import acts, folds, hand
from ui.map.marks import ADD, POINTS
from ui.state import session, shown
from ui.state.words import apart, plain, t

STAGE = "map-stage"
_WINDOW = "spot"
_ASKING = "asking"
_WIDE, _GAP = 432, 8  # px
_FIELDS = {_ASKING: "asking", **{lane.value: spec.field for lane, spec in LANES.items()}}


@dataclass
class Spot:
    """What was clicked on last, None for nothing: `field` is the field of its card that the window shows, `idea` that it
    waits for an idea to the card."""

    act: Act | None = None
    field: str = ""
    idea: bool = False


def draw(persona: str | None, state: MapState | None, *, zoom: float, listed: bool) -> None:
    """Hear what is done on the map, and show the window where something was clicked. `persona` is whose map it is, `state`
    what an added card is, None for what most are; the map is shown `zoom` times as large as drawn, or `listed`: there a
    tap opens the whole card."""
    delivery.fragment(_spot, key=keeper.SPOT)(persona, state or MapState.AS_IS, zoom, listed)


def _spot(persona: str | None, state: MapState, zoom: float, listed: bool) -> None:
    drawn = session.of_run(_Drawn)
    drawn.around = drawn.around or _around(listed)
    hear = partial(_hear, persona, listed)
    hear()
    keeper.begin(keeper.SPOT)
    controlled.begin(keeper.SPOT)
    spot = session.of_workshop(Spot)
    if spot.act:
        _window(spot, spot.act, persona, state)
    hand.draw(persona)
    keeper.draw(keeper.SPOT, controlled.outdated)
    labels = {name: t(f"map.spot.{name}") for name in ("edit", "add", "fold")}
    later = shown.is_outdated() and _is_typed_into(spot)
    awaits = session.here().opened.sequence if later else 0
    carries = hand.CARRIED if session.may(Right.EDIT) else None
    rests = stage.listen(
        STAGE, labels, hear, zoom=zoom, hand=hand.held(), carries=carries, awaits=awaits, opens=_WINDOW
    )
    if (shown.is_outdated() and (rests or not later)) or _around(listed) != drawn.around:
        st.rerun()


def _is_typed_into(spot: Spot) -> bool:
    """Whether the window shows a card's fields: the picture around them is drawn anew when the person rests, not at every
    field that is saved."""
    return spot.act is not None and not spot.act.at.startswith(ADD) and not spot.idea


@dataclass
class _Drawn:
    """What this run of the page has drawn around the window."""

    around: tuple[object, ...] = ()


def _around(listed: bool) -> tuple[object, ...]:
    """What the page around the window depends on, beside the workshop: room, what is folded, the card that a tap opens."""
    return stage.room(STAGE), folds.now(), open_card.is_open() if listed else None


@session.to_its_end
def _hear(persona: str | None, listed: bool) -> None:
    """See to what was done on the map, one by one: keys and scores at once, a click opens the window. What is typed into
    the window is saved before; where it cannot be, the window stays as it is."""
    for act in stage.unheard(STAGE):
        if not controlled.settle(keeper.SPOT):
            continue
        at_once = acts.is_at_once(act)
        whole = listed and not act.at.startswith(ADD)
        if at_once:
            acts.see_to(act, persona)
        if act.key in POINTS:
            show(None if at_once or whole or not act.at else act)
            if whole:
                open_card.show(act.id)


def show(act: Act | None) -> None:
    """Open the window at a mark; close it for None."""
    spot = session.of_workshop(Spot)
    spot.act, spot.idea = act, False
    spot.field = _FIELDS.get(act.at, "title") if act else ""
    if act and not act.at.startswith(ADD):
        keeper.show(f"{keeper.SPOT}:{act.id}:{spot.field}")
    elif act:
        keeper.show(_line_key(act))


def _line_key(act: Act) -> str:
    return f"{keeper.SPOT}-{act.at.removeprefix(ADD)}-{act.id}"


def _window(spot: Spot, act: Act, persona: str | None, state: MapState) -> None:
    st.html(f"<style>.st-key-{_WINDOW} {{ {_stands(act)} }}</style>")
    with st.container(key=_WINDOW, border=True, gap="small"):
        if act.at.startswith(ADD):
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
            t("map.spot.take"), key="spot:take", icon=":material/drag_pan:", help=t("map.spot.take"),
            on_click=_take, args=(card,),
        )  # fmt: skip
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


def _take(card: str) -> None:
    """Take the card in hand."""
    if controlled.settle(keeper.SPOT):
        show(None)
        hand.take(card)


def _open(card: str) -> None:
    """Open the whole card, at the field that the window showed."""
    if controlled.settle(keeper.SPOT):
        field = session.of_workshop(Spot).field
        show(None)
        open_card.show(card, field)
        st.rerun(scope=[keeper.SPOT, keeper.DRAWER])


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
    lane, model = Lane(act.at.removeprefix(ADD)), session.model()
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
    return own_touchpoint(phase, title, state) if lane is Lane.TOUCHPOINTS else idea(phase, title)


def _idea(at: Touchpoint, title: str) -> Opportunity:
    return idea(at.phase, title, at.id)
