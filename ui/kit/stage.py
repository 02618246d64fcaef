"""A picture as a place to work (see stage.js): where on it somebody clicked, which key they pressed there, and how wide it
can be. Marks of a picture can be worked on when their values have an `at`: what of the thing `id` they show."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st
from pydantic import TypeAdapter

from ui.kit import acts, mounting
from ui.state import session

_MOUNT = mounting.component(
    "journey_stage", *map(Path(__file__).with_name, ("carrying.js", "unfolding.js", "stage.js"))
)

_ROOM = "journey_room"
_WIDEST = 8_000  # px
_PHONE = 640  # px, from which on a stage is no phone's
_USUAL, _USUAL_PHONE = 1_300, 358  # px


@dataclass(frozen=True)
class Act:
    """A click (`key` is "click") or a key on a mark; beside all marks `at` is empty. Where `key` is "drop", the mouse has carried
    the thing `card` there. The mark's box is in pixels from the
    corner of the stage, which is `room` wide and `height` high; there is more room in the window `above` it or below it. A
    click was in the mark's lower half where it was `low`."""

    id: str = ""
    at: str = ""
    key: str = "click"
    x: float = 0
    y: float = 0
    w: float = 0
    h: float = 0
    room: float = 0
    height: float = 0
    above: bool = False
    low: bool = False
    card: str = ""
    number: int = 0


@dataclass
class _Rooms:
    """What the tab's browser has said of its stages. Streamlit forgets what a component said once it is not drawn, as in another
    view of the page, and the cookies that it knows are those of the tab's first request."""

    told: dict[str, Any] = field(default_factory=dict)


_ACTS = TypeAdapter(list[Act])


def unheard(stage: str) -> Iterator[Act]:
    """What was done on the picture in the container with this key and not seen to yet, in its order."""
    return acts.unheard(_key(stage), _ACTS)


def listen(
    stage: str, labels: Mapping[str, str], hear: Callable[[], None], *, zoom: float = 1, hand: Sequence[str] = (),
    carries: Mapping[str, str] | None = None, awaits: int = 0, opens: str = "",
) -> bool:  # fmt: skip
    """Hear what is done on the picture, also where the page is about to be left. `labels` are the words before a mark's own
    name: `edit`, `add`, `fold`. `zoom`: how much larger it is shown than drawn. `hand`: the things that somebody has
    taken in hand; as long as there are any, a click beside the marks is one on the plus of that column. `carries`: what of the things a mouse may
    carry elsewhere, with the value of their marks that is their name. `awaits`: the number
    of what is to be done once nobody types or clicks for a moment, 0 for nothing. `opens`: the key of the small window that a
    click on a mark opens, "" for none: what is typed before it is there goes into its field. Gives whether that moment has come."""
    key = _key(stage)
    data = {
        "stage": f"st-key-{stage}", "labels": dict(labels), "zoom": zoom, "hand": list(hand), "carries": dict(carries or {}), "heard": acts.heard(key),
        "awaits": awaits, "opens": f"st-key-{opens}" if opens else "",
    }  # fmt: skip
    _MOUNT(key=key, data=data, on_acts_change=hear, on_room_change=_nothing, on_rests_change=_nothing)
    return bool(awaits) and (session.value(key) or {}).get("rests") == awaits


def room(stage: str) -> int:
    """How many pixels wide the stage is: as this browser said last; before it said anything, as most of its kind."""
    usual = _USUAL_PHONE if "Mobi" in st.context.headers.get("User-Agent", "") else _USUAL
    rooms = session.of_tab(_Rooms).told
    if said := (session.value(_key(stage)) or {}).get("room"):
        rooms[stage] = said
    told = rooms.get(stage) or st.context.cookies.get(_ROOM) or usual
    try:
        return min(_WIDEST, max(0, int(str(told))))
    except ValueError:
        return usual


def is_of_a_phone(width: int) -> bool:
    """Whether a stage of this width is on a phone."""
    return width < _PHONE


def _key(stage: str) -> str:
    return f"stage-{stage}"


def _nothing() -> None:
    """Width and rest are asked for where the picture is drawn."""
