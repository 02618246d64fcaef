"""A picture as a place to work (see stage.js): where on it somebody clicked, which key they pressed there, and how wide it
can be. Marks of a picture can be worked on when their values have an `at`: what of the thing `id` they show."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import streamlit as st

from ui.state import session

_MOUNT = st.components.v2.component("journey_stage", js=Path(__file__).with_name("stage.js").read_text("utf-8"))

_ROOM = "journey_room"
_WIDEST = 8_000  # px


@dataclass(frozen=True)
class Act:
    """A click (`key` is "click") or a key on a mark; beside all marks `at` is empty. `several`: with the shift key. The
    mark's box is in pixels from the corner of the stage, which is `room` wide and `height` high; there is more room in the
    window `above` it or below it."""

    id: str = ""
    at: str = ""
    key: str = "click"
    several: bool = False
    x: float = 0
    y: float = 0
    w: float = 0
    h: float = 0
    room: float = 0
    height: float = 0
    above: bool = False
    number: int = 0


@dataclass
class _Done:
    """The number of the last act that was seen to, by stage."""

    numbers: dict[str, int] = field(default_factory=dict)


def watch(stage: str, labels: Mapping[str, str], *, zoom: float = 1) -> Act | None:
    """Listen to the picture in the container with this key; gives what was done there since the last run, None for
    nothing. `labels` are the words before a mark's own name: `edit`, `add`. `zoom`: how much larger it is shown than drawn."""
    key = _key(stage)
    data = {"stage": f"st-key-{stage}", "labels": dict(labels), "zoom": zoom}
    _MOUNT(key=key, data=data, on_act_change=_nothing, on_room_change=_nothing)
    told: dict[str, Any] = (session.value(key) or {}).get("act") or {}
    act = Act(**{one.name: told[one.name] for one in fields(Act) if one.name in told})
    done = session.of_tab(_Done).numbers
    if act.number <= done.get(stage, 0):
        return None
    done[stage] = act.number
    return act


def room(stage: str, usual: int) -> int:
    """How many pixels wide the stage is: as this browser said last."""
    told = (session.value(_key(stage)) or {}).get("room") or st.context.cookies.get(_ROOM) or usual
    try:
        return min(_WIDEST, max(0, int(told)))
    except ValueError:
        return usual


def _key(stage: str) -> str:
    return f"stage-{stage}"


def _nothing() -> None:
    """What was done is seen to where the picture is drawn."""
