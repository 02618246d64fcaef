"""Every page in both languages, with nothing, with the samples and with a workshop that means no good."""

import re
from collections.abc import Callable
from functools import cache
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Language
from journey.texts import catalogue, text
from tests.builders import a_workshop
from tests.ui.app import (
    PAGES,
    html,
    kept,
    keys,
    markdown,
    on_page,
    on_view,
    opened,
    run,
    sample,
    seen,
    started,
    stored,
    with_card,
)
from tests.ui.hostile import HTML, a_hostile_workshop

VIEWS = {
    "touchpoints": ("catalogue", "table", "relations"),
    "map": ("map", "funnel", "campaigns"),
    "models": ("library", "crosswalk", "own"),
}
WORKSHOPS: dict[str, Callable[[], str]] = {
    "empty": lambda: stored(a_workshop()),
    "b2b": lambda: sample("b2b-software-de"),
    "bakery": lambda: sample("baeckerei-de"),
    "hostile": lambda: stored(a_hostile_workshop()),
}
EVERY_LANGUAGE = pytest.mark.parametrize("language", list(Language))


@cache
def _workshop(name: str) -> str:
    return WORKSHOPS[name]()


@cache
def _foreign(language: Language) -> frozenset[str]:
    """Whole texts of the other language that this one does not have: seeing one means that a word was forgotten."""
    other = next(each for each in Language if each is not language)
    mine = {words.casefold() for words in catalogue(language).values()}
    return frozenset(w for w in catalogue(other).values() if len(w) > 3 and w.casefold() not in mine)


@EVERY_LANGUAGE
@pytest.mark.parametrize("room", PAGES)
@pytest.mark.parametrize("workshop", WORKSHOPS)
def test_a_page_runs_and_speaks_the_person_s_language(workshop: str, room: str, language: Language) -> None:
    tab = opened(_workshop(workshop), room, language)
    content = kept(_workshop(workshop)).to_json()
    for view in VIEWS.get(room, ("",)):
        if view:
            on_view(tab, room, view)
        assert f"<h1>{escape(text(f'frame.title_{room}', language))}</h1>" in html(tab)
        said = {line.strip() for line in seen(tab).split("\n")}
        assert {words for words in said & _foreign(language) if words not in content} == set()


@EVERY_LANGUAGE
def test_no_key_is_shown_in_place_of_its_words(language: Language) -> None:
    spaces = "|".join(sorted({key.split(".")[0] for key in catalogue(language)}))
    for room in PAGES:
        tab = opened(_workshop("bakery"), room, language)
        assert re.findall(rf"(?m)(?:^|\s)(?:{spaces})\.[a-z_]+(?:\.|\b)(?![\w/-])", seen(tab)) == []


@pytest.mark.parametrize("room", PAGES)
def test_nothing_that_was_typed_takes_effect_on_a_page(room: str) -> None:
    tab = opened(_workshop("hostile"), room)
    for view in VIEWS.get(room, ("",)):
        if view:
            on_view(tab, room, view)
        _assert_harmless(tab)


@pytest.mark.parametrize("card", ["g0", "g1", "s0", "s1", "p0", "p1", "t0", "t1", "t8", "o0", "o1"])
def test_a_nasty_card_opens_in_the_drawer(card: str) -> None:
    tab = with_card(opened(_workshop("hostile"), "map", Language.EN), card)
    _assert_harmless(tab)
    assert "drawer:done" in keys(tab)


def _assert_harmless(tab: AppTest) -> None:
    assert HTML not in html(tab)
    assert "<img src=x" not in html(tab)
    live = ("**bold**", ":red[x]", ":material/home:", "http://evil.example", "<img src=x", "<b>ä", "$a^2$")
    assert [words for words in markdown(tab) if any(mark in words for mark in live)] == []


@EVERY_LANGUAGE
@pytest.mark.parametrize("room", [room for room in PAGES if room != "start"])
def test_a_step_without_a_workshop_says_so_and_leads_to_the_start(room: str, language: Language) -> None:
    tab = on_page(started(language), room)
    assert [title.value for title in tab.title] == [text("frame.no_workshop", language)]
    assert [link.label for link in tab.page_link] == [text("frame.to_start", language)]


def test_an_unknown_workshop_in_the_address_opens_nothing() -> None:
    tab = started()
    tab.query_params["workshop"] = "gone"
    run(tab)
    assert "workshop" not in tab.query_params


def test_every_choice_has_a_placeholder_of_its_own() -> None:
    """Streamlit's own placeholder is English."""
    tab = with_card(opened(_workshop("b2b"), "map"), kept(_workshop("b2b")).touchpoints[0].id)
    lists = [*tab.selectbox, *tab.multiselect]
    assert lists
    assert [each.label for each in lists if each.value in (None, []) and not each.placeholder] == []
