"""The keeper of what is typed and not yet saved: the browser's half of every field (see controlled.py, keeper.js).

It is told which fields stand on the page and what was saved of them last, as checksums; the words never leave the
browser but through the fields themselves. It answers which texts were begun on a value that is gone, and up to which turn
the browser has seen what fields were set to.
"""

from collections.abc import Callable
from pathlib import Path
from string import ascii_letters, digits
from typing import Any
from zlib import crc32

import streamlit as st

from ui import session

PAGE, DRAWER = "page", "drawer"
_STYLED = frozenset(ascii_letters + digits + "_-")
_MOUNT = st.components.v2.component("journey_keeper", js=Path(__file__).with_name("keeper.js").read_text("utf-8"))


def begin(place: str) -> None:
    """A place is about to be drawn: it has no fields yet."""
    session.current().kept[place] = {}
    session.current().turns[place] = 0


def keep(place: str, name: str, *, settled: Any, rests_on: Any = None, saves: bool = False, turn: int = 0) -> None:
    """Keep what is typed into the widget with this key. `settled` is the text of it that needs no keeping any more, None
    for none; `rests_on` the text that new words are written on. A field that `saves` itself is saved once its text was put
    back; any other one waits for the person. `turn` is when it was set last."""
    here = session.current()
    here.turns[place] = max(here.turns.get(place, 0), turn)
    if isinstance(settled, str | None):
        known = (_full(name), _sum(settled), _sum(rests_on and str(rests_on).strip()), saves)
        here.kept.setdefault(place, {})[name] = known


def _sum(words: str | None) -> int | None:
    return None if words is None else crc32(words.encode())


def forget(name: str, words: str) -> None:
    """What was typed under this name was used, and needs no keeping any more."""
    session.current().used[_full(name)] = crc32(words.encode())


def show(name: str) -> None:
    """Bring the field with this key into sight, once it is drawn, with the cursor in it."""
    session.current().shown = (_style_class(name), session.current().shown[1] + 1)


def _full(name: str) -> str:
    opened = session.current().opened
    return f"{opened.workshop.frame.id if opened else ''}:{name}"


def next_turn() -> int:
    """The number of a value that a field is about to be set to, counted through the tab."""
    session.current().turn += 1
    return session.current().turn


def seen(place: str) -> int:
    """The last turn that the browser shows at a place. A message that was sent before holds older values of fields that
    were set since."""
    told: int = _told(place).get("seen", 0)
    return max(session.current().seen.get(place, 0), told)


def _told(place: str) -> dict[str, Any]:
    return (session.value(_key(place)) or {}).get("heard") or {}


def _key(place: str) -> str:
    return f"keeper-{place}"


def draw(place: str, outdated: Callable[[str], None]) -> None:
    """The keeper of a place, drawn after its fields. `outdated` hears the name of a field whose text was begun on
    another value."""
    kept = session.current().kept.get(place, {})
    fields = {_style_class(name): known for name, known in kept.items()}
    names = {full: name for name, (full, *_) in kept.items()}
    here = session.current()

    def heard() -> None:
        here.seen[place] = seen(place)
        for full in _told(place).get("outdated", ()):
            if full in names:
                outdated(names[full])

    data = {
        "place": place, "tab": here.tab, "fields": fields, "used": here.used, "shown": here.shown,
        "turn": here.turns.get(place, 0),
    }  # fmt: skip
    _MOUNT(key=_key(place), data=data, on_heard_change=heard)


def _style_class(key: str) -> str:
    """The class that Streamlit gives to the element of a widget with this key."""
    units = key.strip().encode("utf-16-le", "surrogatepass")  # the browser counts in units of 16 bits
    letters = (chr(units[at] | units[at + 1] << 8) for at in range(0, len(units), 2))
    return "st-key-" + "".join(one if one in _STYLED else "-" for one in letters)
