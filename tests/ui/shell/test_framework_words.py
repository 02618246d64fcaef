"""The table of Streamlit's words: well formed, and each of them is really written by the Streamlit that is installed."""

from pathlib import Path

import pytest
import streamlit

from journey.model import Language
from ui.shell.framework_words import places, script

PAIRS = [
    (place["at"], english, said)
    for place in places()
    for words in place["words"].values()
    for english, said in words.items()
]
ELSEWHERE = (
    "mark",
    "axis",
    "legend",
    "title",
    "visualization",
    "point",
    "streamlit_agraph",
    " – ",
    "Selected Date: ",
    "⌘",
)
"""Words that Vega, a date's locale, a package or a key of the keyboard gives."""

COMPOSED = ("Press ", "MB per file", "You can only select up to", "add icon", "Error: ", " result", " available.")
"""Words that Streamlit puts together from pieces as it runs."""


@pytest.fixture(scope="module")
def bundle() -> str:
    files = (Path(streamlit.__file__).parent / "static" / "static" / "js").glob("*.js")
    return "\n".join(path.read_text("utf-8", "replace") for path in files)


def test_every_place_says_where_what_and_in_every_language() -> None:
    for place in places():
        assert set(place) == {"at", "part", "words"}
        assert set(place["words"]) == set(Language) - {Language.EN}
        assert len({frozenset(words) for words in place["words"].values()}) == 1
        assert place["at"].strip()
        assert place["part"] in {"text", "aria-label", "aria-valuetext", "aria-roledescription", "title", "placeholder"}
    assert [pair for pair in PAIRS if pair[1].count("{}") != pair[2].count("{}") or not pair[2].strip()] == []


def test_no_place_is_a_bare_text_of_the_page() -> None:
    """What people typed stands in Markdown containers and buttons; such a place needs a mark of Streamlit around it."""
    alone = [part.strip() for place in places() for part in place["at"].split(",")]
    marked = ("data-testid=", "data-key=", "data-live-announcer", "data-empty", "react-aria", "header *", "role=dialog")
    assert [at for at in alone if not any(mark in at for mark in marked)] == []


def test_the_installed_streamlit_still_writes_these_words(bundle: str) -> None:
    def is_written(english: str) -> bool:
        return all(piece.strip(" :,.") in bundle for piece in english.split("{}"))

    known = [english for _, english, _ in PAIRS if not any(mark in english for mark in (*ELSEWHERE, *COMPOSED))]
    assert [english for english in known if not is_written(english)] == []


@pytest.mark.parametrize("language", list(Language))
def test_the_script_closes_no_tag_of_its_page_and_holds_its_table(language: Language) -> None:
    assert "__PLACES__" not in script(language)
    assert "</" not in script(language)
    assert "höchstens {} je Datei" in script(language)
