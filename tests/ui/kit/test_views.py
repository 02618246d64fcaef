"""The views of a page stand in the address with hyphens; links of earlier versions are understood."""

import pytest

from journey.model import Language
from journey.texts import text
from tests.builders import a_workshop
from tests.ui.app import on_view, opened, run, seen, stored

DE = Language.DE


@pytest.mark.parametrize("said", ["what-if", "what_if", "Was wäre, wenn"])
def test_a_view_is_found_by_its_name_in_the_address(said: str) -> None:
    tab = opened(stored(a_workshop()), "numbers")
    tab.query_params["view-numbers"] = said
    run(tab)
    assert text("numbers.needs_numbers", DE) in seen(tab)
    assert tab.query_params["view-numbers"] in ("what-if", ["what-if"])


def test_a_page_of_two_words_has_a_hyphen_in_the_address_and_the_underscore_of_older_links_is_understood() -> None:
    tab = on_view(opened(stored(a_workshop()), "live_room"), "live_room", "agenda")
    assert tab.query_params["view-live-room"] in ("agenda", ["agenda"])
    older = opened(stored(a_workshop()), "live_room")
    older.query_params["view-live_room"] = "ideas"
    run(older)
    assert older.query_params["view-live-room"] in ("ideas", ["ideas"])
    assert "view-live_room" not in older.query_params
