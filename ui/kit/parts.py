"""A page that shows its parts one after the other. Which one it shows stands in the address, so that a refresh keeps it, and
the browser's back button leads to the part before."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from ui.kit.rooms import hyphened, named
from ui.state import session


@dataclass
class _Began:
    """The part that was shown where the address named none, by page."""

    at: dict[str, str] = field(default_factory=dict)


def shown(page: str, parts: Sequence[str], otherwise: str) -> str:
    """The part that the address names. Where it names none: `otherwise`, and on the way back the one that was shown then."""
    asked = str(st.query_params.get(*query(page, "")) or "")
    if asked in parts:
        return asked
    began = session.of_tab(_Began).at
    if not session.through_history() or began.get(page) not in parts:
        began[page] = otherwise
    return began[page]


def turn_to(page: str, part: str) -> None:
    """Let the address name a part, in a callback."""
    _go(st.query_params.to_dict() | query(page, part))


def query(page: str, part: str) -> dict[str, str]:
    """What a link to a part has in its address."""
    return {f"part-{hyphened(page)}": part}


def leave_for(page: str, view: str) -> None:
    """Show another view of the page, in a callback; its address names no part any more. One step for the back button."""
    session.set_value(f"view-{page}", view)
    room = named(page)
    gone = {*query(page, ""), room.view_parameter}
    kept = {name: said for name, said in st.query_params.to_dict().items() if name not in gone}
    _go(kept | ({room.view_parameter: hyphened(view)} if view in room.views[1:] else {}))


def _go(address: dict[str, str]) -> None:
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
