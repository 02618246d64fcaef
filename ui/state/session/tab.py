"""The only door to Streamlit's session state: what one browser tab holds between two runs. Everything durable is in the
store.

Three lifetimes: what belongs to the tab, what belongs to the workshop that is open in it, and what one run of the page
draws. Who needs to hold something has a dataclass of its own for it, whose fields all have defaults, and asks for it by
that class (`of_tab`, `of_workshop`, `of_run`).
"""

import secrets
import threading
from dataclasses import dataclass, field
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from journey.editing import Change
from journey.model import Language, Workshop
from journey.phases import PhaseModel, model_of
from journey.roles import MemberRole
from journey.store import Conflict, LastPlace, Logged, NoSuchWorkshop, Opened, StoreError, person_of

COOKIE = "journey_browser"

Part = TypeVar("Part")


def _of(parts: dict[type, Any], kind: type[Part]) -> Part:
    if kind not in parts:
        parts[kind] = kind()
    found: Part = parts[kind]
    return found


@dataclass
class WorkshopState:
    """What a tab holds of the open workshop, a cache of the store among it. Made anew whenever one is opened, so that
    nothing of one workshop shows up in the next. `widgets` are the keys of those whose values are about it."""

    opened: Opened
    log: tuple[Logged, ...] = ()
    mine: set[int] = field(default_factory=set)
    conflict: Conflict | None = None
    refused: Change | None = None
    last_change: str = ""
    card: str | None = None
    role: MemberRole = MemberRole.FACILITATOR
    widgets: set[str] = field(default_factory=set)
    parts: dict[type, Any] = field(default_factory=dict)

    def part(self, kind: type[Part]) -> Part:
        """The workshop's value of this class, made at the first asking."""
        return _of(self.parts, kind)


@dataclass
class TabState:
    """What a tab holds as long as it is open. `browser` is the person in front of it, `secret` what the browser keeps to prove
    it, `cookie` the same, "" for a browser that keeps nothing, `guarded` whether the store asks for roles. `place` is what the store was told last, `path` and `looks` the page and
    the views that are shown, `visit` counts how often these changed, `arrival` how often the page did."""

    browser: str
    secret: str = field(default="", repr=False)
    cookie: str = field(default="", repr=False)
    guarded: bool = False
    language: Language = Language.DE
    tab: str = field(default_factory=secrets.token_hex)
    here: WorkshopState | None = None
    trouble: StoreError | None = None
    started: bool = False
    onward: str = ""
    place: LastPlace | None = None
    path: str | None = None
    looks: dict[str, str] = field(default_factory=dict)
    visit: int = 0
    arrival: int = 0
    generations: dict[str, int] = field(default_factory=dict)
    parts: dict[type, Any] = field(default_factory=dict)
    run: dict[type, Any] = field(default_factory=dict)

    @property
    def opened(self) -> Opened | None:
        """The open workshop with its versions."""
        return self.here.opened if self.here else None

    def part(self, kind: type[Part]) -> Part:
        """The tab's value of this class, made at the first asking."""
        return _of(self.parts, kind)


_RUNNING = threading.local()  # the threads that run a script do so for one tab, all their life


def current() -> TabState:
    """The state of this tab. A thread looks it up once: each look into Streamlit's own state may cut a run off for the
    next one, and a callback that is saving must come to its end."""
    found: TabState | None = getattr(_RUNNING, "session", None)
    return found if found is not None else _looked_up()


def _looked_up() -> TabState:
    session: TabState | None = st.session_state.get("session")
    if session is None:
        cookie = st.context.cookies.get(COOKIE) or ""
        secret = cookie or secrets.token_urlsafe(16)
        session = TabState(browser=person_of(secret), secret=secret, cookie=cookie)
        st.session_state["session"] = session
    if get_script_run_ctx(suppress_warning=True) is not None:
        _RUNNING.session = session
    return session


def here() -> WorkshopState:
    """What this tab holds of the open workshop. Pages are only run with one (see the script). NoSuchWorkshop."""
    found = current().here
    if found is None:
        raise NoSuchWorkshop("")
    return found


def of_tab(kind: type[Part]) -> Part:
    """The tab's value of this class, made at the first asking."""
    return current().part(kind)


def of_workshop(kind: type[Part]) -> Part:
    """The open workshop's value of this class, made at the first asking. NoSuchWorkshop."""
    return here().part(kind)


def of_run(kind: type[Part]) -> Part:
    """This run's value of this class, made at the first asking. Runs of fragments go on with it."""
    return _of(current().run, kind)


# --- what everybody asks for -----------------------------------------------------------------------------------------


def language() -> Language:
    """The language that this person reads."""
    return current().language


def workshop() -> Workshop:
    """The open workshop. NoSuchWorkshop."""
    return here().opened.workshop


def model() -> PhaseModel:
    """The open workshop's phase model in this person's language."""
    return model_of(workshop(), language())


# --- widget values, for callbacks -----------------------------------------------------------------------------------


def value(key: str, default: Any = None) -> Any:
    """What a widget with this key holds now."""
    return st.session_state.get(key, default)


def set_value(key: str, new: Any) -> None:
    """Set a widget's value; only before it is drawn in this run, or in a callback."""
    st.session_state[key] = new


def through_history() -> bool:
    """Whether this run shows an address that the browser's back or forward button led to."""
    run = get_script_run_ctx(suppress_warning=True)
    return run is not None and run.is_history_navigation


def own(key: str) -> str:
    """The key of a widget whose value is about the open workshop: the next one that is opened begins without it, also
    where the widget keeps its value from page to page."""
    here().widgets.add(key)
    return key


def drop_values(keys: set[str]) -> None:
    """Widgets with these keys begin anew when they are drawn next."""
    for key in keys:
        if key in st.session_state:
            del st.session_state[key]


def generation(name: str) -> int:
    """A counter that is part of a widget's key where the widget must start afresh now and then."""
    return current().generations.setdefault(name, 0)


def renew(name: str) -> None:
    """Let the widget with this generation start afresh."""
    current().generations[name] = generation(name) + 1
