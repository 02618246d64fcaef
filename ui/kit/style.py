"""The look beyond what the theme can say: cards, the frame's heading, tables of comparison. Colours come from the palette."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

from journey.model import Language
from journey.palette import DARK, LIGHT, MARKER, PHASES, PRIMARY, RUST, Ink
from journey.texts import text
from ui.state import session

ICON = Path(__file__).parent / "icon.png"
_SHEET = Path(__file__).parent / "style.css"
_PHASES_IN_TURN = "".join(
    f".st-key-counts>:nth-child({len(PHASES)}n+{place}){{--j-phase:{colour}}}" for place, colour in enumerate(PHASES, 1)
)
"""The colours of phases by their places, for fields that stand below each other in the order of the phases."""
_ON_PAPER = """
@media print {
  html:root { print-color-adjust: economy; -webkit-print-color-adjust: economy; --VARIABLES }
  html:root .stApp :is(.stHtml, .stMarkdown, [data-testid="stMarkdownContainer"], h1, h2, h3, h4, input, textarea, [role="spinbutton"], .stIconMaterial, [data-testid="stIconMaterial"]) { color: var(--j-text); }
  html:root :is(body, .stApp, .stApp :not(.stHtml *, .st-key-counts label *)) { background-color: transparent !important; }
  svg.marks, .stDataFrame canvas { filter: invert(1) hue-rotate(180deg); }
}"""
"""A dark page on paper: Streamlit (1.67) has backgrounds printed as they are, whatever somebody chose; without them browsers
print light words somewhat darker. Pictures are drawn for the dark: light and dark change places, colours stay what they are."""


@dataclass
class _Drawn:
    """The theme that this run of the page is drawn for."""

    dark: bool = False


def is_dark() -> bool:
    """Whether this browser shows the dark theme."""
    return st.context.theme.type == "dark"


def is_outdated() -> bool:
    """Whether the browser shows another theme than the page was drawn for: a system turns dark in the evening, and Streamlit
    runs nothing for it."""
    return session.of_run(_Drawn).dark != is_dark()


def apply() -> None:
    """The style sheet, with the colours of the theme in use, and the words that it puts on the page. Called first: it
    stands at the top of the page itself, for what it holds besides. Streamlit puts a bare style sheet among the toasts
    instead, by its number: a toast from a callback would take its place until the whole page runs anew."""
    session.of_run(_Drawn).dark = is_dark()
    _put(session.language(), dark=is_dark())


@st.cache_resource(show_spinner=False)
def _put(language: Language, *, dark: bool) -> None:
    """Streamlit repeats what a cached function has drawn; drawing it takes several times as long."""
    said = {name: text(f"takehome.{name.replace('-', '_')}", language) for name in ("making-file", "no-file")}
    sheet = _SHEET.read_text("utf-8")
    paper = _ON_PAPER.replace("--VARIABLES", _pairs(LIGHT)) if dark else ""
    st.html(
        f"<i hidden></i><style>{_variables(DARK if dark else LIGHT)}\n{_words(said)}\n{_PHASES_IN_TURN}\n{sheet}\n{paper}</style>"
    )


def unseen_heading(words: str) -> None:
    """A heading of the second level for screen readers alone, where everybody else sees what it says."""
    st.html(f"<h2 class='j-unseen'>{escape(words)}</h2>")


def _variables(ink: Ink) -> str:
    return f":root{{{_pairs(ink)}--j-primary:{PRIMARY['dark' if ink is DARK else 'light']};--j-lift:{'35%' if ink is DARK else '0%'};--j-marker:{MARKER};--j-marked:{RUST};--j-on-marker:{LIGHT.text};}}"


def _pairs(ink: Ink) -> str:
    return "".join(f"--j-{name}:{getattr(ink, name)};" for name in ("text", "quiet", "line", "page", "card", "lane"))


def _words(said: Mapping[str, str]) -> str:
    pairs = "".join(f"--j-{name}:{json.dumps(words, ensure_ascii=False)};" for name, words in said.items())
    return f":root{{{pairs}}}"
