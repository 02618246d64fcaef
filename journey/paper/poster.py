"""The map alone: one large sheet, or the same on many small ones for a wall."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from journey.charts import MapOnPaper, fitted_map, journey_map_alt, journey_map_chart
from journey.charts.files import page_drawing
from journey.future import both_maps
from journey.journey_map import JourneyMap, journey_map
from journey.model import Language, Workshop
from journey.paper.fitted import fitted
from journey.paper.imprint import imprint, title_of
from journey.paper.setting import pdf
from journey.phases import model_of
from journey.texts import text

SIZES = {"a3": (420, 297), "a2": (594, 420), "a1": (841, 594), "a0": (1189, 841)}
"""Sheets in millimetres."""
TILE, OVERLAP, MARGIN = (277.0, 190.0), 10.0, 10.0
"""What a sheet of A4 takes of a wall, how much of it the next one repeats, and what printers leave white; in millimetres."""
_LETTERS, _FEWEST, _MOST = 3.2, 2, 7
"""The smallest letters on a wall in millimetres (9 pt), and the least and most sheets on one side of it."""
_EDGE, _HEAD, _TITLE = 24.0, 20.0, 11.0
"""What the map leaves of a sheet of A3: its margins, and besides the rows of title and foot, of which the title has so many; in
millimetres."""
_PIXELS, _SMALLEST = 6_000, 12
"""How wide the map may be in its own pixels, whatever it is printed on, and its smallest letters in them."""


@dataclass(frozen=True)
class _Map:
    """A map that fits a room; its smallest letters as a share of the room's width."""

    journey: JourneyMap
    sheet: MapOnPaper

    @property
    def letters(self) -> float:
        return _SMALLEST * self.sheet.zoom / _PIXELS


def write_poster(
    workshop: Workshop, language: Language, *, size: str = "a1", made_on: date | None = None, glance: bool = False
) -> bytes:
    """The map as PDF on one sheet of this size (see SIZES), in landscape, and on a second one as it shall be where anything is
    said to change; at a `glance` today's alone as a small PNG. KeyError for another size."""
    width, height = SIZES[size]
    unit = width / SIZES["a3"][0]
    ratio = (width / unit - _EDGE) / (height / unit - _EDGE - _HEAD)
    maps = _maps(workshop, language, ratio, glance=glance)
    return _pdf(workshop, language, maps, made_on, paper=(width, height), unit=unit, glance=glance)


def write_wall(workshop: Workshop, language: Language, *, made_on: date | None = None, glance: bool = False) -> bytes:
    """The map as PDF on sheets of A4 that repeat a strip of each other, with marks to cut at and a plan of the whole, and after
    it the same of the map as it shall be where anything is said to change; at a `glance` the plan of today's alone, as a small
    PNG."""
    made_on = made_on or date.today()
    ratio = (_side(3, 0) - _EDGE) / (_side(3, 1) - _EDGE - _HEAD)
    maps = _maps(workshop, language, ratio, glance=glance)
    letters = min(shown.letters for shown in maps.values())
    count = next((n for n in range(_FEWEST, _MOST) if letters * _side(n, 0) >= _LETTERS), _MOST)
    paper = _side(count, 0), _side(count, 1)
    said = {"sheets": count * count, "width": round(paper[0] / 10), "height": round(paper[1] / 10)}
    return pdf(
        "wall",
        language,
        made_on,
        drawings=[
            _pdf(workshop, language, {name: shown}, made_on, paper=paper, unit=1) for name, shown in maps.items()
        ],
        glance=glance,
        foot=imprint(workshop, language, made_on),
        title=title_of(workshop, language),
        whole_paper=paper,
        tile=TILE,
        overlap=OVERLAP,
        margin=MARGIN,
        places=[[f"{chr(ord('A') + row)}{column + 1}" for column in range(count)] for row in range(count)],
        maps=[
            {
                "called": name,
                "plan": ". ".join(
                    filter(None, (name, text("paper.wall.plan", language), journey_map_alt(shown.journey, language)))
                ),
            }
            for name, shown in maps.items()
        ],
        words={
            "heading": text("paper.wall.heading", language),
            "how": [text(f"paper.wall.how_{step}", language) for step in (1, 2, 3)],
            "size": text("paper.wall.size", language, **said),
        },
    )


def _side(count: int, side: int) -> float:
    """How long a wall of so many sheets is, across (0) or down (1)."""
    return round(count * (TILE[side] - OVERLAP) + OVERLAP, 1)


def _maps(workshop: Workshop, language: Language, ratio: float, *, glance: bool) -> dict[str, _Map]:
    """Today's map, called "", and that of the future by its name; at a glance today's alone."""
    today, future = both_maps(workshop)
    maps = {"": _map(today, language, ratio)}
    return maps if future is None or glance else maps | {text("future.map", language): _map(future, language, ratio)}


def _map(workshop: Workshop, language: Language, ratio: float) -> _Map:
    """The map for a room of this width to height."""
    journey = journey_map(workshop, model_of(workshop, language))
    return _Map(journey, fitted_map(journey, language, width=_PIXELS, height=_PIXELS / ratio, in_full=True))


def _pdf(
    workshop: Workshop,
    language: Language,
    maps: Mapping[str, _Map],
    made_on: date | None,
    *,
    paper: tuple[float, float],
    unit: float,
    glance: bool = False,
) -> bytes:
    """A sheet a map; each is called by the title and what the map is called by here ("" for nothing more)."""
    made_on = made_on or date.today()
    return pdf(
        "poster",
        language,
        made_on,
        glance=glance,
        paper=paper,
        unit=unit,
        foot=imprint(workshop, language, made_on),
        title=title_of(workshop, language),
        sheets=[_sheet(workshop, language, shown, name, width=paper[0], unit=unit) for name, shown in maps.items()],
    )


def _sheet(
    workshop: Workshop, language: Language, shown: _Map, name: str, *, width: float, unit: float
) -> dict[str, object]:
    drawn = shown.sheet.layout
    title = " – ".join(filter(None, (name, title_of(workshop, language))))
    beside = " · ".join(filter(None, (workshop.frame.organisation, model_of(workshop, language).name)))
    wide, high = width - _EDGE * unit, _TITLE * unit
    alt = ". ".join(filter(None, (name, journey_map_alt(shown.journey, language))))
    return {
        "heading": fitted(title, wide * 0.58, high, [size * unit for size in (20, 16, 12, 9, 7, 5)], bold=True),
        "beside": fitted(beside, wide * 0.38, high, [size * unit for size in (10, 8, 6, 4)]),
        "drawing": page_drawing(journey_map_chart(shown.journey, language, dark=False, layout=drawn)),
        "alt": alt,
        "note": text("paper.poster.shortened", language) if any(placed.clipped for placed in drawn.cards) else "",
    }
