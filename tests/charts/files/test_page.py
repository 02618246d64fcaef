"""A chart whose words the page sets: every word once, in the drawing or beside it, where the picture has it."""

import re
from collections import Counter
from itertools import chain

from journey.charts import journey_map_chart
from journey.charts.files import for_page, page_drawing
from journey.journey_map import journey_map
from journey.model import Language
from journey.phases import model_of
from journey.samples import load_sample
from tests.builders import a_touchpoint, a_workshop
from tests.paper.hard import HEBREW

_TEXT = re.compile(r'<text x="([^"]+)" y="([^"]+)" font-size="([^"]+)"')


def test_words_stand_beside_the_drawing_where_the_picture_has_them() -> None:
    workshop = load_sample("b2b-software-de")
    journey = journey_map(workshop, model_of(workshop, Language.DE))
    chart = journey_map_chart(journey, Language.DE, dark=False, width=1200)
    found = page_drawing(chart)
    assert "<text" not in found["svg"]
    placed = Counter((x, y, size) for size, *_, lines in found["words"] for x, y, _ in lines)
    assert placed == Counter(tuple(map(float, place)) for place in _TEXT.findall(for_page(chart)))
    assert {side for *_, side, _ in found["words"]} >= {"", "right"}


def test_words_that_the_font_has_not_stay_in_the_drawing() -> None:
    workshop = a_workshop(touchpoints=[a_touchpoint(HEBREW), a_touchpoint("Kasse")])
    journey = journey_map(workshop, model_of(workshop, Language.DE))
    found = page_drawing(journey_map_chart(journey, Language.DE, dark=False, width=1200))
    words = [line for *_, line in chain.from_iterable(lines for *_, lines in found["words"])]
    assert "Kasse" in words
    assert not any(HEBREW in line for line in words)
    assert found["svg"].count("<g><path") == 1
