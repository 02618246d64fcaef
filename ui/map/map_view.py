"""The journey map on screen: filters above, the picture, the work that is done on it (see spot.py)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from journey.journey_map import LANES, JourneyMap, Lane, journey_map
from journey.model import MapState, Opportunity, Touchpoint
from ui.cards.new_cards import idea, own_touchpoint
from ui.kit import measured, picking, picture, stage, style
from ui.kit.lines import add_line
from ui.kit.rooms import named
from ui.map import folds, phase_list, spot
from ui.state import event_log, session, worked_out
from ui.state.lit_cards import light_up, lit
from ui.state.words import apart, many, plain, t

_SIZES = {"normal": 1.0, "large": 1.3, "wall": 1.7}
_FITTING = "fitting"  # the size that fits the screen
_LARGE_FROM, _WALL_FROM = 1_700, 2_400  # px of room
_SCROLLBAR = 18  # px
_SHAPES = {"list": "view_list", "picture": "map"}
_STATES = (MapState.AS_IS, MapState.TO_BE, MapState.BOTH)


@dataclass(frozen=True)
class MapLook:
    """What the map shows: seen by all (no persona), by one or by several together, as-is, to-be or both, and which lanes; on a page that has room for
    so many pixels, each drawn `size` times as large, or `listed`, as a phone has it."""

    personas: tuple[str, ...]
    state: MapState | None
    lanes: tuple[Lane, ...]
    lit: tuple[str, ...] = ()
    measured: bool = False
    room: int = 0
    size: float = 1
    listed: bool = False
    folded: frozenset[str] = frozenset()

    @property
    def persona(self) -> str | None:
        """Whose map it is; None for everybody's and that of several."""
        return self.personas[0] if len(self.personas) == 1 else None


@dataclass
class _Seen:
    """The picture that the page has shown last, at an arrival on it."""

    spec: dict[str, Any] | None = None
    words: str = ""
    arrival: int = 0


def putting_by(another_view: Callable[[], None]) -> Callable[[], None]:
    """Draws another view of the page. The picture that was seen stays in the page, out of sight, so that coming back need not make
    it anew, which is a third of what a person waits for then. It keeps its place among the page's elements, after two others,
    or the browser would make a second one before it finds that one of them is too many."""
    return partial(_beside_what_is_put_by, another_view)


def _beside_what_is_put_by(another_view: Callable[[], None]) -> None:
    with st.container():
        another_view()
    st.container()
    seen = session.of_workshop(_Seen)
    if seen.spec is None or seen.arrival != session.current().arrival:
        return
    with st.container(key=spot.STAGE):
        _put(seen.spec, seen.words)
        st.html("<i class='j-put-by' hidden></i>")


def draw() -> None:
    """The map of the open workshop, or what to do to get one."""
    look = _look()
    with st.container():  # also when there is nothing to say: the map stays at its place on the page
        if look.lit:
            _lit_notice()
        if not session.workshop().touchpoints:
            st.info(t("map.empty"), icon=":material/map:")
            named("touchpoints").link(label=t("map.to_catalogue"), icon=":material/add_location_alt:")
    with st.container(key=spot.STAGE):
        if look.listed:
            session.of_workshop(_Seen).spec = None
            phase_list.draw(_journey(look), _beside(look), look.lanes, look.lit)
        else:
            _picture(look)
        spot.draw(look.persona, look.state, zoom=look.size, listed=look.listed)
    st.caption(t("map.tap" if look.listed else "map.click"))
    _add_lines()


def _look() -> MapLook:
    room = stage.room(spot.STAGE)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="map-filters"):
        shape = st.segmented_control(
            t("map.shape"), list(_SHAPES), default="list", required=True, key="map-shape", persist_state="session",
            format_func=lambda one: f":material/{_SHAPES[one]}: {t(f'map.shape_{one}')}", label_visibility="collapsed",
        ) if stage.is_of_a_phone(room) else "picture"  # fmt: skip
        personas = _personas()
        state = st.segmented_control(
            t("map.state"), _STATES, format_func=lambda one: t(f"map.state_{one.value}"), key="map-state",
            default=MapState.BOTH, required=True, persist_state="session", width="content", label_visibility="collapsed",
        )  # fmt: skip
        with st.popover(t("map.display"), icon=":material/tune:", key="map-lanes-menu"):
            chosen = st.pills(
                t("map.lanes"), list(LANES), selection_mode="multi", default=list(LANES), key="map-lanes",
                format_func=lambda lane: LANES[lane].words(session.language()), persist_state="session",
            )  # fmt: skip
            size = st.segmented_control(
                t("map.size"), [_FITTING, *_SIZES], format_func=lambda one: t(f"map.size_{one}"), key="map-size", required=True,
                default=_FITTING, persist_state="session",
            )  # fmt: skip
        lanes = tuple(lane for lane in LANES if lane in (chosen or LANES))
        shown = None if state is MapState.BOTH else state
        counted = measured.on_touchpoints() is not None and st.toggle(
            t("map.measured"), key="map-measured", persist_state="session", help=t("map.measured_help")
        )
        look = MapLook(
            personas, shown, lanes, lit=lit(), measured=counted, room=room,
            size=_SIZES.get(size or _FITTING, _fitting(room)), listed=shape == "list",
        )  # fmt: skip
        picture.menu(t("map.picture"), "map", _drawing(look, on_screen=False), _said(look))
    return look


def _personas() -> tuple[str, ...]:
    """Whose map is shown; none are all."""
    names = apart({persona.id: persona.name for persona in session.workshop().personas})
    if not names:
        return ()
    key = session.own("map-persona")
    chosen = [persona for persona in session.value(key) or () if persona in names]
    many_of = many("map.personas", len(chosen)) if len(chosen) > 1 else plain(names[chosen[0]]) if chosen else ""
    with st.popover(many_of or t("map.persona_all"), icon=":material/group:", key="map-personas-menu"):
        picked = st.pills(
            t("map.persona"), list(names), selection_mode="multi", format_func=lambda one: plain(names[one]), key=key,
            persist_state="session", help=t("map.persona_help"),
        )  # fmt: skip
    return tuple(persona for persona in names if persona in picked)


def _fitting(room: int) -> float:
    """How large a screen of this width shows the map: a larger one is seen from further away."""
    return _SIZES["wall" if room >= _WALL_FROM else "large" if room >= _LARGE_FROM else "normal"]


def _lit_notice() -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="lit"):
        st.caption(t("map.lit"), width="content")
        st.button(
            t("map.unlight"), key="unlight", type="tertiary", icon=":material/close:", on_click=light_up, args=((),)
        )


def _picture(look: MapLook) -> None:
    look = replace(look, folded=folds.folded(_journey(look)))
    seen = (look, session.language(), style.is_dark())
    if look.measured:
        spec, words = event_log.answer("map", (seen, event_log.version()), partial(_drawn, look))
    else:
        spec, words = worked_out.kept("map", seen, partial(_drawn, look))
    last = session.of_workshop(_Seen)
    last.spec, last.words, last.arrival = spec, words, session.current().arrival
    _put(spec, words)
    st.html(f"<style>.st-key-map-scroll .stVegaLiteChart {{ zoom: {look.size:g} }}</style>")


def _put(spec: dict[str, Any], words: str) -> None:
    with st.container(horizontal=True, wrap=False, key="map-scroll"):
        st.vega_lite_chart(spec, key="map", width="content", theme=None, alt=words)


def _drawn(look: MapLook) -> tuple[dict[str, Any], str]:
    """The picture and its words."""
    return picture.on_screen(_drawing(look, on_screen=True)(dark=style.is_dark())), _said(look)()


def _said(look: MapLook) -> Callable[[], str]:
    from journey.charts import journey_map_alt

    counted = measured.on_touchpoints() if look.measured else None
    return partial(journey_map_alt, _journey(look), session.language(), counted, _beside(look))


def _drawing(look: MapLook, *, on_screen: bool) -> picture.Drawing:
    from journey.charts import journey_map_chart

    return picture.drawing(
        journey_map_chart, _journey(look), session.language(), lanes=look.lanes, lit=look.lit if on_screen else (),
        to_work_on=on_screen, beside=_beside(look),
        **({"width": (look.room - _SCROLLBAR) / look.size, "folded": look.folded} if on_screen else {}),
        measured=measured.on_touchpoints() if look.measured else None,
        steps=measured.funnel_now() if look.measured else None,
    )  # fmt: skip


def _journey(look: MapLook) -> JourneyMap:
    """The open workshop's map, seen this way."""
    return _seen_by(look.persona, look.personas, look.state)


def _beside(look: MapLook) -> dict[str, JourneyMap]:
    """The maps of several personas, by name."""
    names = apart({persona.id: persona.name for persona in session.workshop().personas})
    several = look.personas if len(look.personas) > 1 else ()
    return {names[one]: _seen_by(one, (), look.state) for one in several}


def _seen_by(persona: str | None, among: tuple[str, ...], state: MapState | None) -> JourneyMap:
    workshop, model = session.workshop(), session.model()
    build = partial(journey_map, workshop, model, persona=persona, among=among, state=state)
    return worked_out.kept("journey", (persona, among, state, session.language()), build)


def _add_lines() -> None:
    model = session.model()
    phases = apart({phase.id: phase.name for phase in model.phases})
    with st.container(border=True, key="map-add"):
        phase, touchpoint, chance = st.columns([2, 3, 3], vertical_alignment="bottom")
        with phase:
            picking.select(t("map.add_to"), phases, phases.__getitem__, f"map-phase:{model.id}")
        with touchpoint:
            add_line("touchpoints.add_own", "map-add-touchpoint", _touchpoint)
        with chance:
            add_line("map.add_opportunity", "map-add-opportunity", _opportunity)


def _touchpoint(title: str) -> Touchpoint:
    return own_touchpoint(_phase_of_lines(), title)


def _opportunity(title: str) -> Opportunity:
    return idea(_phase_of_lines(), title)


def _phase_of_lines() -> str:
    return str(picking.picked(f"map-phase:{session.model().id}"))
