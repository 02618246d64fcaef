"""The keeper of what is typed and not yet saved: the browser's half of every field (see controlled.py, keeper.js).

It is told which fields stand on the page and what was saved of them last, as checksums; the words never leave the
browser but through the fields themselves. It answers which texts were begun on a value that is gone, up to which turn
the browser has seen what fields were set to, and at which turn somebody typed into a line what was used there last.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_letters, digits
from typing import Any
from zlib import crc32

from ui.kit import mounting
from ui.state import session

PAGE, DRAWER, SPOT = "page", "drawer", "spot"
"""Where fields stand: on the page, in the drawer over it, in the small window at a mark of a picture."""
_STYLED = frozenset(ascii_letters + digits + "_-")
_MOST_SAVED = 40
_SCRIPTS = ("drafts.js", "lines.js", "leaving.js", "cells.js", "keeper.js")
_MOUNT = mounting.component("journey_keeper", *map(Path(__file__).with_name, _SCRIPTS))


Known = tuple[str, int | None, int | None, bool]


@dataclass
class _Places:
    """What was drawn at each place: the fields by their keys, and the latest turn at which one of them was set."""

    kept: dict[str, dict[str, Known]] = field(default_factory=dict)
    turns: dict[str, int] = field(default_factory=dict)


@dataclass
class Sight:
    """What the browser is told and tells: `turn` counts the values that fields were set to, `seen` is the turn that it
    shows at each place, `used` has checksums of texts that need no keeping, `saved` those of texts whose fields may stand on the
    page no more, the latest last, `shown` the field to bring into sight."""

    turn: int = 0
    seen: dict[str, int] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    saved: dict[str, int] = field(default_factory=dict)
    shown: tuple[str, int] = ("", 0)


def place_of(key: str) -> str:
    """Where the field with this key stands."""
    return next((place for place in (DRAWER, SPOT) if key.startswith(place)), PAGE)


def begin(place: str) -> None:
    """A place is about to be drawn: it has no fields yet."""
    here = session.of_run(_Places)
    here.kept[place] = {}
    here.turns[place] = 0


def keep(place: str, name: str, *, settled: Any, rests_on: Any = None, saves: bool = False, turn: int = 0) -> None:
    """Keep what is typed into the widget with this key. `settled` is the text of it that needs no keeping any more, None
    for none; `rests_on` the text that new words are written on. A field that `saves` itself is saved once its text was put
    back; any other one waits for the person. `turn` is when it was set last."""
    here = session.of_run(_Places)
    here.turns[place] = max(here.turns.get(place, 0), turn)
    if isinstance(settled, str | None):
        known = (_full(name), _sum(settled), _sum(rests_on and str(rests_on).strip()), saves)
        here.kept.setdefault(place, {})[name] = known


def _sum(words: str | None) -> int | None:
    return None if words is None else crc32(words.encode())


def forget(name: str, words: str) -> None:
    """What was typed under this name was used, and needs no keeping any more."""
    session.of_tab(Sight).used[_full(name)] = crc32(words.encode())


def saved(name: str, words: Any) -> None:
    """What was typed into the field with this key was saved, also where the field is drawn no more."""
    if isinstance(words, str):
        latest = session.of_tab(Sight).saved
        latest.pop(_full(name), None)
        latest[_full(name)] = crc32(words.encode())
        if len(latest) > _MOST_SAVED:
            del latest[next(iter(latest))]


def show(name: str) -> None:
    """Bring the field with this key into sight, once it is drawn, with the cursor in it."""
    sight = session.of_tab(Sight)
    sight.shown = (_style_class(name), sight.shown[1] + 1)


def _full(name: str) -> str:
    opened = session.current().opened
    return f"{opened.workshop.frame.id if opened else ''}:{name}"


def next_turn() -> int:
    """The number of a value that a field is about to be set to, counted through the tab."""
    sight = session.of_tab(Sight)
    sight.turn += 1
    return sight.turn


def seen(place: str) -> int:
    """The last turn that the browser shows at a place. A message that was sent before holds older values of fields that
    were set since."""
    told: int = _told(place).get("seen", 0)
    return max(session.of_tab(Sight).seen.get(place, 0), told)


def repeated(place: str) -> int:
    """The turn at which somebody last typed into a line of this place what had been used of it just before."""
    turn: int = _told(place).get("repeated", 0)
    return turn


def _told(place: str) -> dict[str, Any]:
    return (session.value(_key(place)) or {}).get("heard") or {}


def _key(place: str) -> str:
    return f"keeper-{place}"


def draw(place: str, outdated: Callable[[str], None]) -> None:
    """The keeper of a place, drawn after its fields. `outdated` hears the name of a field whose text was begun on
    another value."""
    here, sight, tab = session.of_run(_Places), session.of_tab(Sight), session.current().tab
    kept = here.kept.get(place, {})
    fields = {_style_class(name): known for name, known in kept.items()}
    names = {full: name for name, (full, *_) in kept.items()}

    def heard() -> None:
        sight.seen[place] = seen(place)
        for full in _told(place).get("outdated", ()):
            if full in names:
                outdated(names[full])

    data = {
        "place": place, "tab": tab, "fields": fields, "used": sight.used, "saved": sight.saved, "shown": sight.shown,
        "turn": here.turns.get(place, 0), "now": sight.turn,
    }  # fmt: skip
    _MOUNT(key=_key(place), data=data, on_heard_change=heard)


def _style_class(key: str) -> str:
    """The class that Streamlit gives to the element of a widget with this key."""
    units = key.strip().encode("utf-16-le", "surrogatepass")  # the browser counts in units of 16 bits
    letters = (chr(units[at] | units[at + 1] << 8) for at in range(0, len(units), 2))
    return "st-key-" + "".join(one if one in _STYLED else "-" for one in letters)
