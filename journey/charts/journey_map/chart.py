"""The journey map as a picture: phases as columns, lanes as rows, the emotion curve through the touchpoints."""

from collections.abc import Collection, Mapping

import altair as alt

from journey.charts.journey_map import curve, frame, log_counts
from journey.charts.journey_map.cards import PAD, PlacedCard
from journey.charts.journey_map.layout import Layout, map_layout
from journey.charts.journey_map.log_counts import Seen, seen_words
from journey.charts.journey_map.style import card_style
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, box_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import STAR
from journey.charts.kit.text_block import Box, block
from journey.charts.kit.tooltips import tooltips
from journey.journey_map import LANES, JourneyMap, Lane
from journey.model import Language
from journey.numbers import Funnel
from journey.palette import STARS, ink
from journey.texts import choice, text

TOOLTIP_LIMIT = 1_000
"""Longer texts end in an ellipsis in the tooltip too: it could not be scrolled."""


def journey_map_chart(
    journey: JourneyMap,
    language: Language,
    *,
    dark: bool,
    lanes: Collection[Lane] = LANES,
    lit: Collection[str] = (),
    measured: Mapping[str, Seen] | None = None,
    steps: Funnel | None = None,
) -> alt.LayerChart:
    """Draw a map, as wide as its phases need it. A click on a card or a point of the
    curve selects its entity's id under the name `canvas.SELECTION`; the cards of the entities in `lit` get an outline.
    `measured` (touchpoint id -> what the log has of it) puts a badge on every touchpoint, `steps` a row of measured
    counts and step rates below the phases."""
    layout = map_layout(journey, language, lanes=lanes, measured=measured, steps=steps)
    marks = [placed.badge for placed in layout.cards if placed.badge]
    titles = {feeling.id: feeling.title for column in journey.columns for feeling in column.feelings}
    told = tooltips(language, l="charts.map.lane", d="charts.map.text")
    cards = [_card(placed, titles, language, dark) for placed in layout.cards]
    layers = [
        canvas.boxes([*frame.panels(layout, dark), *log_counts.row(layout.steps, dark)]),
        canvas.rules(frame.lines(layout, dark)),
        canvas.shapes(frame.headers(layout)),
        *curve.curve(layout, dark),
        canvas.boxes([*_accents(layout, dark), *log_counts.badges(marks, dark), *_outlines(layout, lit, dark)]),
        canvas.shapes(curve.points(layout, language, dark), told, cursor="pointer"),
        canvas.shapes([*curve.faces(layout), *_stars(layout, dark)]),
        canvas.texts(
            [
                *frame.words(layout, language, dark),
                *curve.numbers(layout, dark),
                *_words(layout, dark),
                *log_counts.words(layout.steps, marks, dark),
            ]
        ),
    ]
    layers.insert(3, canvas.boxes(cards, told, cursor="pointer"))
    return canvas.drawing(layers, layout.height, width=layout.width, clicks=3)


def _card(placed: PlacedCard, titles: dict[str, str], language: Language, dark: bool) -> Datum:
    style, card = card_style(placed, dark), placed.card
    full = card.text
    if card.channel is not None:
        star = [text("charts.map.moment_of_truth", language)] if card.moment_of_truth else []
        channel = f"{text('fields.touchpoints.channel', language)}: {choice(card.channel, language)}"
        log = [seen_words(placed.badge.seen, language)] if placed.badge else []
        full = " · ".join([channel, *star, *log])
    elif card.question:
        full = text("charts.map.question", language, text=card.text)
    title = titles.get(card.touchpoint or "") or (card.text if placed.lane is Lane.OPPORTUNITIES else "")
    return box_datum(
        placed.box,
        style.fill,
        stroke=style.stroke,
        radius=min(style.radius, placed.box.h / 2),
        id=card.id,
        t=title or text("charts.map.untitled", language),
        l=LANES[placed.lane].words(language),
        d=full if len(full) <= TOOLTIP_LIMIT else full[:TOOLTIP_LIMIT] + "…",
    )


def _accents(layout: Layout, dark: bool) -> list[Datum]:
    """The coloured bars at the cards' left edges."""
    styled = [(placed.box, card_style(placed, dark).accent) for placed in layout.cards]
    return [
        box_datum(Box(box.x + 3, box.y + 6, 3.5, box.h - 12), accent, radius=1.7) for box, accent in styled if accent
    ]  # fmt: skip


def _outlines(layout: Layout, lit: Collection[str], dark: bool) -> list[Datum]:
    return [
        box_datum(placed.box, "transparent", stroke=ink(dark).text, width=3.5, radius=7)
        for placed in layout.cards
        if placed.card.id in lit
    ]


def _stars(layout: Layout, dark: bool) -> list[Datum]:
    return [
        shape_datum(placed.box.right - PAD - 8 - _badge(placed), placed.box.y + 15, STAR, STARS[dark])
        for placed in layout.cards
        if placed.card.moment_of_truth
    ]


def _words(layout: Layout, dark: bool) -> list[Datum]:
    found = []
    for placed in layout.cards:
        style = card_style(placed, dark)
        found.append(text_datum(placed.body, style.body))
        if placed.head:
            found.append(text_datum(placed.head, style.head))
        if placed.number is not None:
            top = placed.head or placed.body
            mark = block(str(placed.number), placed.box.right - PAD - 40, top.y, 40, size=12)
            found.append(text_datum(mark, style.number, align="right"))
    return found


def _badge(placed: PlacedCard) -> int:
    return 0 if placed.number is None else 7 + 7 * len(str(placed.number))
