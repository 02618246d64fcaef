"""What people typed is shown as they typed it, wherever it is shown."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journey.model import Language
from ui.state import session
from ui.state.words import apart, plain, safe, safe_name

JOINER = "\u2060"
TYPED = (
    "plain words", "# heading", "## ", "- item", "* item", "+ item", "1. first", "12) twelfth", "> quote", "---", "***", "===",
    "**bold**", "__bold__", "*it*", "_it_", "~~gone~~", "`code`", "```\nblock", "[link](http://elsewhere.example)",
    "![picture](http://elsewhere.example/p.png)", "<http://elsewhere.example>", "http://elsewhere.example", "HTTPS://ELSEWHERE.example/x",
    "www.elsewhere.example", "mail@elsewhere.example", "[ref]: http://elsewhere.example", "[^1]", "| a | b |\n|---|---|", "a\\*b", "\\",
    "<b>bold</b>", "<b id=mark>", "</p><mark id=m>x</mark>", "&lt;b&gt;", "&amp;", "&#35;",
    ":red[x]", ":red-background[x]", ":material/home:", ":smile:", ":streamlit:", ":color[x]{foreground=red}", "$a^2$",
    "$$a$$", "{name}", "a  b", "end  \nnext", "=1+1", "'quoted' \"twice\"", "5 < 6 > 4", "50 % & mehr", "Größe – „gut“ …", "👩‍👧",
)  # fmt: skip
_MARKS = set("\\`*_{}[]()#+-.!|<>~$&^=")


def _as_read(escaped: str) -> str:
    """What CommonMark makes of backslash escapes, with nothing else in effect."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped).replace(JOINER, "")


def _unescaped_marks(escaped: str) -> set[str]:
    return _MARKS & set(re.sub(r"\\.", "", escaped))


@pytest.mark.parametrize("typed", TYPED)
def test_typed_words_read_as_themselves_in_markdown(typed: str) -> None:
    shown = plain(typed)
    assert _as_read(shown) == typed.replace("\n", " ")
    assert _unescaped_marks(shown) == set()
    assert not re.search(r"(?i)https?:|www\.|www\\\.|:\w|\w@\w", shown)
    assert not re.search(r"<-|->|--|>=|<=|~=", shown.replace("\\", ""))


@given(st.text())
def test_any_text_reads_as_itself_in_markdown(typed: str) -> None:
    bare = typed.replace(JOINER, "")
    assert _as_read(plain(bare)) == bare.replace("\n", " ")
    assert _unescaped_marks(plain(bare)) == set()


class _Read(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        self.words += "\n" if tag == "br" else ""

    def handle_endtag(self, tag: str) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("typed", TYPED)
def test_typed_words_read_as_themselves_in_html(typed: str) -> None:
    page = _Read()
    page.feed(f"<p title='{safe(typed)}'>{safe(typed)}</p>")
    page.close()
    assert set(page.tags) <= {"p", "br"}
    assert page.words == typed
    assert not {"'", '"', "<"} & set(safe(typed).replace("<br>", ""))


@given(st.text(st.characters(exclude_characters="\r\0", codec="utf-8")))
def test_any_text_is_inert_in_html(typed: str) -> None:
    assert unescape(safe(typed).replace("<br>", "\n")) == typed
    assert not {"'", '"', "<", ">"} & set(safe(typed).replace("<br>", ""))


def test_names_to_choose_from_are_all_different(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "language", lambda: Language.DE)
    names = {"a": "Alma", "b": "Alma", "c": "Alma (2)", "d": "", "e": "", "f": "Bert"}
    assert apart(names) == {
        "a": "Alma", "b": "Alma (2)", "c": "Alma (2) (2)", "d": "Ohne Namen", "e": "Ohne Namen (2)", "f": "Bert"
    }  # fmt: skip


@given(st.dictionaries(st.integers().map(str), st.sampled_from(["", "A", "A (2)", "A (3)", "B"]), max_size=12))
def test_no_two_names_are_ever_alike(names: dict[str, str]) -> None:
    session.set_value("session", session.TabState(browser="names", language=Language.EN))
    found = apart(names)
    assert list(found) == list(names)
    assert len(set(found.values())) == len(names)


def test_a_name_of_an_event_may_go_on_behind_an_underscore_and_takes_no_effect() -> None:
    assert safe_name("view_item <b>") == "view_<wbr>item &lt;b&gt;"
