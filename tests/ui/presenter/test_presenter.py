"""The presenter's view: from slide to slide, what stands in the address, and what it says where there is nothing yet."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from journey.model import Language
from journey.texts import text
from tests.builders import PHASE, a_count, a_persona, a_touchpoint, a_workshop
from tests.ui.app import chosen, html, keys, nodes, on_page, on_view, opened, pressed, run, sample, seen, stored
from tests.ui.awkward import HTML, an_awkward_workshop
from ui.kit.rooms import named
from ui.presenter.show import Showing

DE, EN = Language.DE, Language.EN
WHOLE = Showing()
BUY = "aida-plus.conversion"


def _presented(workshop: str | None = None, language: Language = DE) -> AppTest:
    return opened(workshop or sample("b2b-software-de"), "presenter", language)


def _led_to(part: str) -> AppTest:
    """Somebody who comes to the page by a link to a part."""
    tab = opened(sample("b2b-software-de"), "map")
    tab.query_params["part"] = part
    return on_page(tab, "presenter")


def _at(tab: AppTest) -> tuple[str, str]:
    """The view and the part that the address names."""
    return tuple("".join(tab.query_params.get(name, [""])) for name in ("view-presenter", "part"))  # type: ignore[return-value]


def _shown(tab: AppTest) -> str:
    """What the line says is shown."""
    found = re.search(r"j-name[^>]*><b>[^<]*</b> <span>([^<]*)<", html(tab))
    return found[1] if found else ""


def _pictures(tab: AppTest) -> str:
    return "\n".join(str(node.proto) for node in nodes(tab) if node.type == "vega_lite_chart")


def test_a_page_of_the_presenter_has_no_frame() -> None:
    tab = _presented()
    assert {"frame:undo", "language", "drawer:done"}.isdisjoint(keys(tab))
    assert [link.label for link in tab.page_link] == [text("presenter.leave", DE)]


def test_next_goes_from_the_whole_map_through_the_phases_to_the_other_views() -> None:
    tab = _presented()
    assert _shown(tab) == text("presenter.brief", DE, first=1, last=4, count=7)
    assert text("presenter.in_brief", DE) in html(tab)
    assert tab.button(key="presenter-back").disabled
    seen_phases: list[str] = []
    views: list[str] = []
    for _ in range(40):
        pressed(tab, "presenter-next")
        view, part = _at(tab)
        if view in views[-1:]:
            break
        if view:
            views.append(view)
        else:
            seen_phases.append(part.partition(".")[0])
    assert sorted(set(seen_phases)) == list("01234567")
    assert seen_phases == sorted(seen_phases)
    assert views == ["curve", "funnel", "findings"]


def test_back_leads_the_same_way() -> None:
    tab, way = _presented(), []
    for _ in range(4):
        way.append(_at(tab))
        pressed(tab, "presenter-next")
    for place in reversed(way):
        pressed(tab, "presenter-back")
        assert _at(tab) == place


def test_back_from_the_curve_comes_to_the_last_sheet_of_the_last_phase() -> None:
    tab = pressed(on_view(_presented(), "presenter", "curve"), "presenter-back")
    assert _at(tab)[1].startswith("7")
    assert text("presenter.phase", DE, number=7, count=7, name="")[:13] in _shown(tab)
    pressed(tab, "presenter-next")
    assert _at(tab) == ("curve", "")


def test_the_last_finding_is_the_end() -> None:
    tab = on_view(_presented(), "presenter", "findings")
    count = int(_shown(tab).split()[0])
    for number in range(1, count + 1):
        pressed(tab, "presenter-next")
        assert _shown(tab) == text("analysis.turn", DE, number=number, count=count)
    assert tab.button(key="presenter-next").disabled


def test_a_link_leads_to_a_phase_and_the_whole_is_one_press_away() -> None:
    tab = _led_to("3.2")
    assert _shown(tab).startswith("Phase 3 von 7: Informationen beschaffen (Blatt 2")
    assert text("map.lane.doing", DE) not in _pictures(tab), "it is on the sheet before"
    pressed(tab, "presenter-whole")
    assert _at(tab) == ("", "")
    assert _shown(tab) == text("presenter.brief", DE, first=1, last=4, count=7)


def test_a_link_leads_to_a_phase_also_where_another_view_was_shown_last() -> None:
    tab = on_page(on_view(_presented(), "presenter", "funnel"), "map")
    tab.query_params["view-presenter"], tab.query_params["part"] = "map", "3.2"
    assert _shown(on_page(tab, "presenter")).startswith("Phase 3 von 7: Informationen beschaffen (Blatt 2")


def test_a_phase_shows_its_cards_and_no_other_phase_s() -> None:
    first = a_touchpoint("Plakat", id="t0", phase=PHASE)
    second = a_touchpoint("Anprobe", id="t1", phase="aida-plus.favorability")
    tab = _presented(stored(a_workshop(touchpoints=[first, second])))
    assert all(title in _pictures(tab) for title in ("Plakat", "Anprobe"))
    found = []
    while _at(tab)[0] == "":
        found.append({title for title in ("Plakat", "Anprobe") if title in _pictures(tab)})
        pressed(tab, "presenter-next")
    assert sorted(map(sorted, filter(None, found[1:]))) == [["Anprobe"], ["Plakat"]]


def test_another_view_begins_with_its_whole() -> None:
    tab = _presented()
    tab.query_params["part"] = "3"
    run(tab)
    on_view(tab, "presenter", "findings")
    assert _at(tab) == ("findings", "")
    chosen(tab, "view-presenter", "map")
    assert _at(tab) == ("", "")


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("", WHOLE),
        ("3", Showing(3)),
        ("3.2", Showing(3, 1)),
        ("-1", WHOLE),
        ("two", WHOLE),
        ("3.x", WHOLE),
        ("²", WHOLE),
        ("0.2", Showing(0, 1)),
    ],
)
def test_a_place_is_read_from_the_address(words: str, place: Showing) -> None:
    assert Showing.told(words) == place


def test_a_part_that_is_gone_leads_to_the_last_one_there_is() -> None:
    tab = _led_to("99.9")
    assert _at(tab)[1].startswith("7")
    assert _shown(tab).startswith("Phase 7 von 7")


@pytest.mark.parametrize("language", Language)
def test_every_view_of_an_empty_workshop_says_what_to_do(language: Language) -> None:
    tab = _presented(stored(a_workshop()), language)
    for view in named("presenter").views:
        on_view(tab, "presenter", view)
        assert [each.value for each in tab.info] == [text(f"presenter.no_{view}", language)]
        assert _pictures(tab) == ""


def test_the_curve_has_everybody_s_line_and_the_funnel_the_counts_typed_last() -> None:
    card = a_touchpoint("Kasse", id="t0", emotion=-2)
    counts = [a_count(100, PHASE, period="2026-Q1"), a_count(40, BUY, period="2026-Q1")]
    tab = _presented(stored(a_workshop(touchpoints=[card], personas=[a_persona("Alma")], counts=counts)))
    on_view(tab, "presenter", "curve")
    assert "Kasse" in _pictures(tab)
    on_view(tab, "presenter", "funnel")
    assert "1. Quartal 2026" in _shown(tab)
    assert text("charts.alt.funnel", DE, count=2) in _pictures(tab)


def test_what_is_typed_is_only_letters_on_the_presenter() -> None:
    tab = _presented(stored(an_awkward_workshop()))
    assert HTML not in html(tab)


def test_the_help_names_every_key() -> None:
    said = seen(_presented(language=EN))
    assert all(text(f"presenter.does.{one}", EN) in said for one in ("next", "back", "whole", "views", "help"))
