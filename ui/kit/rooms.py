"""The pages and their addresses, in the order of the five steps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NoReturn

import streamlit as st

from journey.roles import Right
from ui.state import session
from ui.state.words import t

_PAGES = Path(__file__).parents[2] / "pages"


@dataclass
class _Pages:
    """Streamlit's pages by the name of the room and what each is called."""

    made: dict[tuple[str, str], st.Page] = field(default_factory=dict)


@dataclass(frozen=True)
class Room:
    """A page: its file, its path in the address, its number among the five steps (0 = none), the icon of one that is no
    step, the ways of looking at it where there are several, whether the frame is around it, the right that it needs in
    the workshop, and whether it is about none, even while one is open."""

    name: str
    file: str
    path: str
    step: int = 0
    views: tuple[str, ...] = ()
    needs_workshop: bool = True
    icon: str = ""
    framed: bool = True
    right: Right = Right.READ
    knows_none: bool = False

    @property
    def is_open(self) -> bool:
        """Whether this person may come in, as far as the open workshop goes."""
        return not self.needs_workshop or session.may(self.right)

    @property
    def called(self) -> str:
        """What the page is called, in this person's language."""
        return t(f"{self.name}.called")

    def page(self) -> st.Page:
        """The page for st.navigation."""
        title = self.called
        pages = session.of_tab(_Pages).made
        if (self.name, title) not in pages:  # Streamlit asks the disk five times for each one that is made
            pages[self.name, title] = st.Page(
                _PAGES / self.file, title=title, url_path=self.path or None, default=not self.path
            )
        return pages[self.name, title]

    def link(
        self,
        label: str,
        *,
        icon: str | None = None,
        icon_position: Literal["left", "right"] = "left",
        help: str | None = None,
        width: Literal["content", "stretch"] = "content",
        query: Mapping[str, str] | None = None,
    ) -> None:
        """A link to the page, `query` in its address beside what it would say of itself."""
        address = self._address() | dict(query or {})
        st.page_link(
            self.page(), label=label, icon=icon or None, icon_position=icon_position, help=help, width=width,
            query_params=address,
        )  # fmt: skip

    def go(self, query: Mapping[str, str] | None = None) -> NoReturn:
        """Run this page instead of the one that runs, `query` in its address beside what it would say of itself."""
        st.switch_page(self.page(), query_params=self._address() | dict(query or {}))

    def _address(self) -> dict[str, str]:
        """What the page would say of itself in its address: were it not there at once, the browser's back button would
        lead to the same page without it."""
        view = session.value(f"view-{self.name}")
        return session.address() | ({self.view_parameter: hyphened(view)} if view in self.views[1:] else {})

    @property
    def view_parameter(self) -> str:
        """What the page's view is called in the address."""
        return f"view-{hyphened(self.name)}"


def hyphened(name: str) -> str:
    """A name as addresses have it."""
    return name.replace("_", "-")


ROOMS = (
    Room("start", "start_page.py", "", needs_workshop=False, icon=":material/home:"),
    Room("goals", "step_goals.py", "goals", 1),
    Room("personas", "step_personas.py", "personas", 2),
    Room("touchpoints", "step_touchpoints.py", "touchpoints", 3, ("catalogue", "table", "scores", "relations")),
    Room("map", "step_map.py", "journey-map", 4, ("map", "funnel", "campaigns", "future")),
    Room(
        "analysis", "step_analysis.py", "analysis", 5,
        ("findings", "presenting", "curve", "overview", "ledger", "figures", "actions", "priorities", "limits"),
    ),
    Room(
        "numbers", "workshop_numbers.py", "numbers",
        views=("log", "funnel", "paths", "channels", "trends", "orders", "what_if", "guesses"),
        icon=":material/bar_chart:",
    ),
    Room("audit", "self_audit.py", "self-audit", views=("form", "result"), icon=":material/fact_check:"),
    Room(
        "own_audit", "own_audit.py", "check", views=("form", "result"), needs_workshop=False,
        icon=":material/storefront:", knows_none=True,
    ),
    Room(
        "rounds", "workshop_rounds.py", "rounds", views=("rounds", "compare", "course", "events"),
        icon=":material/event_repeat:",
    ),
    Room(
        "compare", "compare_journeys.py", "compare", views=("pair", "rounds"), needs_workshop=False,
        icon=":material/compare_arrows:",
    ),
    Room("own_actions", "own_actions.py", "my-actions", icon=":material/assignment_ind:"),
    Room("own_sheet", "own_sheet.py", "spreadsheet", needs_workshop=False, icon=":material/table_convert:"),
    Room("models", "phase_models.py", "phase-models", views=("library", "crosswalk", "own"), icon=":material/view_column:"),
    Room("history", "workshop_history.py", "history", icon=":material/history:"),
    Room(
        "presenter", "presenter.py", "presenter", views=("map", "curve", "funnel", "findings"), icon=":material/slideshow:",
        framed=False,
    ),
    Room(
        "live_room", "live_room.py", "live-room", views=("entrance", "exercises", "agenda", "said", "ideas"),
        icon=":material/groups:",
    ),
    Room("projector", "projector.py", "projector", icon=":material/cast:", framed=False, right=Right.LEAD),
    Room("people", "workshop_people.py", "people", icon=":material/group_add:"),
)  # fmt: skip
"""Tests and tools that walk through the app take pages and views from here."""

STEPS = tuple(room for room in ROOMS if room.step)


def named(name: str) -> Room:
    """The room of this name. StopIteration for an unknown one."""
    return next(room for room in ROOMS if room.name == name)


def room_of(path: str) -> Room:
    """The room with this path; the start page for an unknown one."""
    return next((room for room in ROOMS if room.path == path), ROOMS[0])
