"""What is presented: the line with its buttons, and below it the slide. What is shown stands in the address by view and
part: `part=3` is the third part, `part=3.2` its second slide."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st

from ui.kit import views
from ui.kit.rooms import named
from ui.presenter import remote
from ui.presenter.remote import Window
from ui.presenter.views import SlidePart
from ui.state import session
from ui.state.words import safe, t

_PAGE = "presenter"
_KEYS = ("next", "back", "whole", "views", "help")
_CHARACTERS = "presenter-characters"

Views = Mapping[str, Callable[[Window], tuple[SlidePart, ...]]]


@dataclass(frozen=True)
class Showing:
    """A slide: the place of its part in the view, 0 for the whole, and its own place in the part."""

    part: int = 0
    slide: int = 0

    @classmethod
    def told(cls, words: str) -> "Showing":
        """The place that the address names; the first one for other words."""
        part, _, slide = words.partition(".")
        try:
            return cls(max(0, int(part)), max(1, int(slide or 1)) - 1)
        except ValueError:
            return cls()

    def __str__(self) -> str:
        if self.slide:
            return f"{self.part}.{self.slide + 1}"
        return str(self.part) if self.part else ""


@dataclass
class _Turn:
    """The view and the place that were shown last, at an arrival on the page. In haste it is turned on from here, since a
    browser that has not heard of a turn yet tells the address before it once more."""

    view: str = ""
    place: Showing = Showing()
    arrival: int = -1


def draw(shown: Views) -> None:
    """The page."""
    window = remote.listen(partial(_hear, shown), characters=session.value(_CHARACTERS, True))
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="presenter-line"):
        named("map").link(label=t("presenter.leave"), icon=":material/close:", help=t("presenter.leave"))
        said = st.empty()
        view = views.switch(_PAGE)
        parts = shown[view](window)
        place = _place(view, parts)
        names = list(shown)
        slides = parts[place.part]()
        is_first = view == names[0] and place == Showing()
        is_last = view == names[-1] and place == Showing(len(parts) - 1, len(slides) - 1)
        _button("back", "arrow_back", is_first, _step, shown, window, -1)
        _button("next", "arrow_forward", is_last, _step, shown, window, 1)
        _button("whole", "fit_screen", place == Showing(), _turn_to, view, Showing())
        _help()
    slide = slides[place.slide]
    said.html(_head(slide.words))
    with st.container(key="presenter-stage"):
        slide.draw()


def _head(words: str) -> str:
    """The heading, which is not seen, the workshop, and what is shown."""
    title = session.workshop().frame.title or t("frame.untitled")
    shown = f" <span>{safe(words)}</span>" if words else ""
    return (
        f"<div class='j-head'><h1>{t(f'{_PAGE}.heading')}</h1>"
        f"<p class='j-name' aria-live='polite'><b>{safe(title)}</b>{shown}</p></div>"
    )


def _button(name: str, icon: str, disabled: bool, act: Callable[..., None], *given: object) -> None:
    words = t(f"presenter.{name}")
    st.button(
        words, key=f"presenter-{name}", icon=f":material/{icon}:", type="tertiary", disabled=disabled, on_click=act,
        args=given, help=words,
    )  # fmt: skip


def _help() -> None:
    words = t("presenter.help")
    with st.popover(words, icon=":material/keyboard:", type="tertiary", key="presenter-help", help=words):
        rows = "".join(f"<dt>{t(f'presenter.keys.{one}')}</dt><dd>{t(f'presenter.does.{one}')}</dd>" for one in _KEYS)
        st.html(f"<dl class='j-keys'>{rows}</dl>")
        st.toggle(t("presenter.characters"), value=True, key=_CHARACTERS, persist_state="session")


# --- from slide to slide -----------------------------------------------------------------------------------------------


def _place(view: str, parts: tuple[SlidePart, ...]) -> Showing:
    """What is shown of a view: at an arrival, and where the browser went back or forward, where the address stands, else where
    it was turned to. Another view than before begins anew. The address says it."""
    turn, arrival = session.of_workshop(_Turn), session.current().arrival
    if turn.arrival != arrival or session.through_history():
        turn.place = Showing.told(st.query_params.get("part", ""))
    elif turn.view != view:
        turn.place = Showing()
    turn.view, turn.place, turn.arrival = view, _within(parts, turn.place), arrival
    _tell(turn.place)
    return turn.place


def _within(parts: tuple[SlidePart, ...], place: Showing) -> Showing:
    """A place, or the last one before it that is there."""
    part = min(place.part, len(parts) - 1)
    return Showing(part, min(place.slide, len(parts[part]()) - 1) if part == place.part else 0)


@session.to_its_end
def _hear(shown: Views) -> None:
    """Turn by the keys that were pressed, each once."""
    for turn in remote.unheard():
        _step(shown, remote.window(), turn.by)


def _step(shown: Views, window: Window, by: int) -> None:
    """Turn to the next slide or the one before, from one view to the other."""
    names = list(shown)
    view = session.value(f"view-{_PAGE}") or names[0]
    parts, turn = shown[view](window), session.of_workshop(_Turn)
    place = _within(parts, turn.place if view == turn.view else Showing())
    if 0 <= place.slide + by < len(parts[place.part]()):
        _turn_to(view, Showing(place.part, place.slide + by))
    elif 0 <= place.part + by < len(parts):
        _turn_to(view, _end(parts, place.part + by, by))
    elif 0 <= names.index(view) + by < len(names):
        view = names[names.index(view) + by]
        parts = shown[view](window)
        _turn_to(view, _end(parts, 0 if by > 0 else len(parts) - 1, by))


def _end(parts: tuple[SlidePart, ...], part: int, by: int) -> Showing:
    """The slide of a part at which one arrives: its first, or on the way back its last."""
    return Showing(part, 0 if by > 0 else len(parts[part]()) - 1)


def _turn_to(view: str, place: Showing) -> None:
    session.set_value(f"view-{_PAGE}", view)
    _tell(place)
    turn = session.of_workshop(_Turn)
    turn.view, turn.place = view, place  # last: what is begun again begins where it was


def _tell(place: Showing) -> None:
    """The address says what is shown."""
    if st.query_params.get("part", "") == str(place):
        return
    if str(place):
        st.query_params["part"] = str(place)
    else:
        st.query_params.pop("part", None)
