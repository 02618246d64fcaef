"""What a file to take home will look like: made when somebody unfolds it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

import streamlit as st

from journey.live import RoomRecord
from journey.model import Language, Workshop
from ui.state import session, worked_out
from ui.state.words import safe, t

if TYPE_CHECKING:
    from journey.take_home import Format

Made = TypeVar("Made")


def preview(
    made: "Format",
    workshop: Workshop,
    language: Language,
    key: str,
    rooms: Callable[[], Sequence[RoomRecord]] = tuple,
) -> None:
    """The beginning of a file, folded: a picture of its first pages, or the first lines that it says. `rooms` gives the live
    rooms that go along, which change while the workshop stays the same."""
    asked = st.expander(t("takehome.preview"), key=key, on_change="rerun", type="compact")
    if not asked.open:
        return
    with asked:
        if made.glance:
            with st.spinner(t("takehome.making_file")):
                picture = _kept(made.glance, made.ending, workshop, language)
            st.image(picture, width="stretch", alt=t("takehome.glance", name=t(f"takehome.{made.ending}")))
        elif made.peek:
            said = safe(
                made.peek(workshop, language, rooms())
                if made.has_rooms
                else _kept(made.peek, made.ending, workshop, language)
            )
            st.html(f"<pre class='j-peek' tabindex='0'>{said}</pre>")


def _kept(show: Callable[[Workshop, Language], Made], ending: str, workshop: Workshop, language: Language) -> Made:
    """What is shown of a format; of the open workshop it is made once a version."""
    if workshop is not session.workshop():
        return show(workshop, language)
    return worked_out.kept(f"look-{ending}", (language,), lambda: show(workshop, language))
