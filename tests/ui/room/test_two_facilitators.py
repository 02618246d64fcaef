"""Two who lead the same room: what one typed is not lost to the other."""

import pytest
from streamlit.testing.v1 import AppTest

from journey.live import ready_agendas
from journey.model import Language
from tests.builders import a_workshop
from tests.ui.app import on_view, opened, pressed, stored, text_field, unfolded
from tests.ui.room.people import Crowd

DE = Language.DE


def _open(crowd: Crowd, view: str, fold: str) -> AppTest:
    return unfolded(on_view(opened(crowd.room.workshop, "live_room"), "live_room", view), fold)


@pytest.mark.parametrize("field", ["title", "text"])
def test_words_of_an_item_that_both_write_are_told_the_second(field: str) -> None:
    crowd = Crowd.of(stored(a_workshop()), agenda=ready_agendas(DE)[0].agenda)
    item = crowd.room.agenda.items[0].id
    first, second = (_open(crowd, "agenda", f"room-item-open:{item}") for _ in range(2))
    key = f"room-item:{item}:{field}"
    for tab, words in ((first, "Von Anna"), (second, "Von mir")):
        widget = tab.text_area(key=key) if field == "text" else text_field(tab, key)
        widget.set_value(words)
        tab.session_state[f"room-item-open:{item}"] = True
        tab.run()
    assert getattr(crowd.now().room.agenda.item(item), field) == "Von Anna"
    assert [warning.value for warning in second.warning if "Von Anna" in warning.value]
    second.session_state[f"room-item-open:{item}"] = True
    pressed(second, f"{key}:mine")
    assert getattr(crowd.now().room.agenda.item(item), field) == "Von mir"
