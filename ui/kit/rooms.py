"""The pages and their addresses, in the order of the five steps."""

from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st

from journey.progress import is_done
from ui.state import session
from ui.state.words import t

_PAGES = Path(__file__).parents[2] / "pages"


@dataclass
class _Pages:
    """Streamlit's pages by what is seen of them."""

    made: dict[tuple[str, bool, bool], st.Page] = field(default_factory=dict)


@dataclass(frozen=True)
class Room:
    """A page: its file, its path in the address, its number among the five steps (0 = none), and the ways of looking at
    it where there are several. One that is not `listed` is reached by a button, not from the bar at the top."""

    name: str
    file: str
    path: str
    step: int = 0
    views: tuple[str, ...] = ()
    needs_workshop: bool = True
    listed: bool = True

    def page(self) -> st.Page:
        """The page for st.navigation, named in this person's language, with a tick when the step is done."""
        title = t(f"frame.page_{self.name}")
        shown = f"{self.step} {title}" if self.step else title
        opened = session.current().opened
        done = bool(self.step and opened and is_done(self.name, opened.workshop, session.model()))
        is_visible = self.listed and bool(opened or not self.needs_workshop)
        pages = session.of_tab(_Pages).made
        if (shown, done, is_visible) not in pages:  # Streamlit asks the disk five times for each one that is made
            pages[shown, done, is_visible] = st.Page(
                _PAGES / self.file, title=shown, url_path=self.path or None, default=not self.path,
                icon=":material/check_circle:" if done else None, visibility="visible" if is_visible else "hidden",
            )  # fmt: skip
        return pages[shown, done, is_visible]


ROOMS = (
    Room("start", "start_page.py", "", needs_workshop=False),
    Room("goals", "step_goals.py", "goals", 1),
    Room("personas", "step_personas.py", "personas", 2),
    Room("touchpoints", "step_touchpoints.py", "touchpoints", 3, ("catalogue", "table", "relations")),
    Room("map", "step_map.py", "journey-map", 4, ("map", "funnel", "campaigns")),
    Room(
        "analysis", "step_analysis.py", "analysis", 5,
        ("findings", "presenting", "curve", "overview", "ledger", "figures", "actions"),
    ),
    Room(
        "numbers", "workshop_numbers.py", "numbers",
        views=("log", "funnel", "paths", "channels", "trends", "what_if", "guesses"),
    ),
    Room("audit", "self_audit.py", "self-audit", views=("form", "result")),
    Room("models", "phase_models.py", "phase-models", views=("library", "crosswalk", "own")),
    Room("history", "workshop_history.py", "history", listed=False),
)  # fmt: skip
"""Tests and tools that walk through the app take pages and views from here."""

STEPS = tuple(room for room in ROOMS if room.step)


def named(name: str) -> Room:
    """The room of this name. StopIteration for an unknown one."""
    return next(room for room in ROOMS if room.name == name)


def room_of(path: str) -> Room:
    """The room with this path; the start page for an unknown one."""
    return next((room for room in ROOMS if room.path == path), ROOMS[0])
