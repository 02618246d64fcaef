"""Every page in both languages, with nothing, with the samples and with a workshop that means no good."""

import ast
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import product

import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Language
from journey.store import Unreadable
from journey.texts import catalogue, text
from tests.builders import a_persona, a_workshop
from tests.ui.app import (
    ROOT,
    html,
    kept,
    keys,
    listed,
    markdown,
    on_page,
    on_view,
    opened,
    popovers,
    run,
    sample,
    seen,
    started,
    steps_in_line,
    store,
    stored,
    unfolded,
    with_card,
)
from tests.ui.awkward import HTML, MARKDOWN, an_awkward_workshop
from ui.kit.rooms import ROOMS, STEPS, Room, named

PAGES = [room.name for room in ROOMS]
FRAMED = [room.name for room in ROOMS if room.framed]
WORKSHOPS: dict[str, Callable[[], str]] = {
    "empty": lambda: stored(a_workshop()),
    "b2b": lambda: sample("b2b-software-de"),
    "bakery": lambda: sample("baeckerei-de"),
    "awkward": lambda: stored(an_awkward_workshop()),
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


@dataclass(frozen=True)
class Sight:
    """What a view of a page shows."""

    said: str
    html: str
    markdown: tuple[str, ...]
    listed: tuple[str, ...]


@cache
def _visited(workshop: str, room: str, language: Language) -> tuple[Sight, ...]:
    """Every view of a page, visited once for all tests."""
    tab = opened(_workshop(workshop), room, language)
    sights = []
    views = named(room).views
    if workshop == "empty" and f"view-{room}" not in keys(tab):
        views = ()  # the page says what is missing instead
    for view in views or ("",):
        if view:
            on_view(tab, room, view)
        sights.append(_sight(tab))
    return tuple(sights)


def _sight(tab: AppTest) -> Sight:
    return Sight(seen(tab), html(tab), tuple(markdown(tab)), tuple(listed(tab)))


@pytest.mark.parametrize("room", PAGES)
@pytest.mark.parametrize(
    ("workshop", "language"),
    [
        *product(("empty", "bakery"), Language),
        ("b2b", Language.EN),  # the content is German
        ("awkward", Language.DE),
    ],
)
def test_a_page_runs_and_speaks_the_person_s_language(workshop: str, room: str, language: Language) -> None:
    content = kept(_workshop(workshop)).to_json()
    for sight in _visited(workshop, room, language):
        assert f"<h1>{escape(text(f'{room}.heading', language))}</h1>" in sight.html
        said = {line.strip() for line in sight.said.split("\n")}
        foreign = {words for words in said & _foreign(language) if words not in content}
        assert {words for words in foreign if not _is_typed(words)} == set()


def _is_typed(words: str) -> bool:
    """Whether a workshop of another test says it, which pages about several workshops may show."""
    for one in store().workshops():
        with suppress(Unreadable):
            if words in kept(one.id).to_json():
                return True
    return False


@EVERY_LANGUAGE
@pytest.mark.parametrize("room", PAGES)
def test_no_key_is_shown_in_place_of_its_words(room: str, language: Language) -> None:
    spaces = "|".join(sorted({key.split(".")[0] for key in catalogue(language)}))
    for sight in _visited("bakery", room, language):
        assert re.findall(rf"(?m)(?:^|\s)(?:{spaces})\.[a-z_]+(?:\.|\b)(?![\w/-])", sight.said) == []


@pytest.mark.parametrize("room", PAGES)
def test_nothing_that_was_typed_takes_effect_on_a_page(room: str) -> None:
    for sight in _visited("awkward", room, Language.DE):
        _assert_inert(sight)


def test_options_of_lists_stand_there_as_they_were_typed() -> None:
    found = [option for room in PAGES for sight in _visited("awkward", room, Language.DE) for option in sight.listed]
    assert MARKDOWN in found
    assert [option for option in found if "\\" in option or "\u2060" in option] == []


@pytest.mark.parametrize("card", ["g0", "g1", "s0", "s1", "p0", "p1", "t0", "t1", "t8", "o0", "o1"])
def test_a_card_of_markup_opens_in_the_drawer(card: str) -> None:
    tab = with_card(opened(_workshop("awkward"), "map", Language.EN), card)
    _assert_inert(_sight(tab))
    kind = kept(_workshop("awkward")).places[card][0]
    assert text(f"drawer.{kind}", Language.EN) in seen(tab).split("\n")
    assert {f"drawer:{card}:{'name' if kind == 'personas' else 'title'}", "drawer:done"} <= keys(tab)


def _assert_inert(sight: Sight) -> None:
    assert HTML not in sight.html
    assert "<b id=mark" not in sight.html
    live = ("**bold**", ":red[x]", ":material/home:", "http://elsewhere.example", "<b id=mark", "<b>ä", "$a^2$")
    assert [words for words in sight.markdown if any(mark in words for mark in live)] == []


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_page_draws_every_view_that_it_is_listed_with_and_no_other(room: Room) -> None:
    page = ast.parse((ROOT / "pages" / room.file).read_text("utf-8"))
    drawn = [
        [ast.literal_eval(key) for key in node.value.keys if key]
        for node in page.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
    ]
    assert drawn == ([list(room.views)] if room.views else [])


@EVERY_LANGUAGE
@pytest.mark.parametrize("room", [room.name for room in ROOMS if room.needs_workshop])
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


@EVERY_LANGUAGE
@pytest.mark.parametrize("room", FRAMED)
def test_the_line_names_the_steps_in_the_language_and_ticks_those_that_are_done(room: str, language: Language) -> None:
    tab = opened(_workshop("b2b"), room, language)
    if named(room).knows_none:
        assert steps_in_line(tab) == []
        assert kept(_workshop("b2b")).frame.title not in html(tab)
        return
    done = {"goals", "personas", "touchpoints", "map"}
    assert steps_in_line(tab) == [
        (f"{step.step} {text(f'{step.name}.called', language)}", step.name in done) for step in STEPS
    ]


@EVERY_LANGUAGE
@pytest.mark.parametrize("room", FRAMED)
def test_the_line_marks_the_page_that_is_shown_and_no_other(room: str, language: Language) -> None:
    tab = opened(_workshop("b2b"), room, language)
    number, name = named(room).step, text(f"{room}.called", language)
    kind, words = ("step", f"{number} {name}") if number else ("page", name)
    assert re.findall(r"aria-current='(\w+)'>([^<]*)<", html(tab)) == [(kind, words)]


@EVERY_LANGUAGE
def test_the_menu_leads_to_every_other_page(language: Language) -> None:
    tab = unfolded(opened(_workshop("b2b"), "goals", language), "menu-goals")
    there = {link.label for link in tab.page_link}
    assert {text(f"{room.name}.called", language) for room in ROOMS if not room.step} <= there


def test_a_browser_without_a_workshop_sees_no_tool_of_one() -> None:
    tab = run(started())
    assert popovers(tab) == []
    assert {"frame:undo", "frame:redo"}.isdisjoint(keys(tab))
    assert "language" in keys(tab)


@EVERY_LANGUAGE
@pytest.mark.parametrize("room", [step.name for step in STEPS])
def test_each_step_says_when_it_counts_as_done_and_what_is_missing(room: str, language: Language) -> None:
    workshop_id = stored(a_workshop(personas=[a_persona()]))
    tab = unfolded(opened(workshop_id, room, language), f"rule-{room}")
    step = named(room).step
    rule = text("progress.rule", language, step=step, needs="…").split("…")[0]
    assert rule in html(tab)
    assert text("progress.still", language, missing="…").split("…")[0] in html(tab)
    described = text("progress.missing.described.one", language)
    assert described in seen(tab), "the persona without goals is missed on every page"
    assert described in html(unfolded(tab, f"menu-{room}")), "also where the steps stand below each other"
