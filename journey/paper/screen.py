"""A page of the web as it begins on a screen, drawn as a sheet."""

from collections.abc import Sequence
from datetime import date

from journey.charts import fitted_map, journey_map_chart
from journey.charts.files import for_page
from journey.journey_map import journey_map
from journey.model import Language, Workshop
from journey.paper.setting import pdf
from journey.phases import model_of
from journey.texts import text

_SIZE, _MAP = (250.0, 150.0), (1_900, 1_100)
"""The sheet in millimetres, and the room of the map in its own pixels: what does not fit lies below the screen's edge."""


def screen_glance(workshop: Workshop, language: Language, *, title: str, about: str, sections: Sequence[str]) -> bytes:
    """A PNG of the beginning: title, what stands below it, the names of the sections, the map."""
    svg = ""
    if workshop.touchpoints:
        journey = journey_map(workshop, model_of(workshop, language))
        sheet = fitted_map(journey, language, width=_MAP[0], height=_MAP[1])
        svg = for_page(journey_map_chart(journey, language, dark=False, layout=sheet.layout))
    return pdf(
        "screen",
        language,
        date.today(),
        glance=True,
        paper=_SIZE,
        title=title,
        about=about,
        sections=list(sections),
        heading=text("map.view_map", language),
        svg=svg,
        untold=text("charts.map.no_touchpoint", language),
    )
