"""The journey map as a picture: phases as columns, lanes as rows, the emotion curve through the touchpoints."""

from collections.abc import Collection, Mapping

from journey.charts.journey_map import curve, frame, log_counts, works
from journey.charts.journey_map.cards import PAD, PlacedCard
from journey.charts.journey_map.layout import USUAL_WIDTH, Layout, map_layout
from journey.charts.journey_map.log_counts import Seen, seen_words
from journey.charts.journey_map.style import card_style
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, dashes, shape_datum, text_datum
from journey.charts.kit.glyphs import STAR
from journey.charts.kit.text_block import Block, Box
from journey.charts.kit.tooltips import tooltips
from journey.journey_map import LANES, JourneyMap, Lane
from journey.model import Language
from journey.numbers import Funnel
from journey.palette import ALARM, GREEN, STARS, ink, readable
from journey.rounds import MarkOfCard
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
    width: float = USUAL_WIDTH,
    to_work_on: bool = False,
    folded: Collection[str] = (),
    beside: Mapping[str, JourneyMap] | None = None,
    standing: Mapping[str, MarkOfCard] | None = None,
    in_full: bool = False,
    layout: Layout | None = None,
) -> LayeredChart:
    """Draw a map, at least `width` pixels wide, wider where its phases need it. The cards of the entities in `lit` get an
    outline. On a map `to_work_on` every mark that people can act on has values for it (see `works`), and there are some
    more such marks. Lanes and phases in `folded` only count their cards.
    `beside` has, by persona name, the maps whose curves are drawn beside the common one.
    `measured` (touchpoint id -> what the log has of it) puts a badge on every touchpoint, `steps` a row of measured
    counts and step rates below the phases. `standing` outlines the cards of entities that are new (solid) or gone
    (dashed). `in_full`: see `map_layout`. Whoever has made its `layout` already passes it on."""
    layout = layout or map_layout(
        journey,
        language,
        lanes=lanes,
        width=width,
        measured=measured,
        steps=steps,
        to_work_on=to_work_on,
        folded=folded,
        beside=beside,
        in_full=in_full,
    )
    marks = [placed.badge for placed in layout.cards if placed.badge]
    titles = {feeling.id: feeling.title for column in journey.columns for feeling in column.feelings}
    told = tooltips(language, l="charts.map.lane", d="charts.map.text")
    cards = [_card(placed, titles, language, dark) for placed in layout.cards]
    head = [canvas.boxes(frame.zones(layout, dark)), canvas.shapes(frame.headers(layout))]
    head_words, labels = frame.head_words(layout, language, dark), frame.label_words(layout, language, dark)
    summary = frame.summary(journey, language, dark)
    body = [
        canvas.boxes([*frame.rows(layout, dark), *log_counts.row(layout.steps, dark)]),
        canvas.rules(frame.lines(layout, dark)),
        *(() if to_work_on else head),
        canvas.boxes(cards, told, cursor="pointer"),
        *curve.curve(layout, dark),
        *curve.beside(layout, dark),
        canvas.boxes(
            [
                *_accents(layout, dark),
                *log_counts.badges(marks, dark),
                *_outlines(layout, lit, dark),
                *_standing(layout, standing or {}, dark),
            ]
        ),
        *(canvas.shapes(each, told, cursor="pointer") for each in [curve.points(layout, language, dark)] if each),
        *(works.layers(layout, language, dark) if to_work_on else ()),
        canvas.shapes([*curve.faces(layout), *_stars(layout, dark)]),
        canvas.texts(
            [
                *(() if to_work_on else (*head_words, *labels, *summary)),
                *frame.hints(layout, dark),
                *curve.numbers(layout, dark),
                *_words(layout, dark),
                *log_counts.words(layout.steps, marks, dark),
            ]
        ),
    ]
    in_sight = works.in_sight(
        layout, language, dark, head=[*head, canvas.texts(head_words)], labels=labels, summary=summary
    )
    return canvas.drawing([*body, *(in_sight if to_work_on else ())], layout.height, width=layout.width)


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
        at=works.ASKING if card.question else placed.lane.value,
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


def _standing(layout: Layout, standing: Mapping[str, MarkOfCard], dark: bool) -> list[Datum]:
    """The outlines of cards that are new or gone; the dash tells them apart without their colour."""
    hues = {MarkOfCard.NEW: GREEN, MarkOfCard.GONE: ALARM}
    colours = {mark: readable(hue, ink(dark).lane, 3) for mark, hue in hues.items()}
    marked = [(placed.box, standing[placed.card.id]) for placed in layout.cards if placed.card.id in standing]
    return [
        box_datum(
            box, "transparent", stroke=colours[mark], width=3, radius=7, dash=dashes((6, 4) if mark is MarkOfCard.GONE else ())
        )
        for box, mark in marked
    ]  # fmt: skip


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
            mark = Block((str(placed.number),), placed.box.right - PAD - 40, top.y, 40, 12)
            found.append(text_datum(mark, style.number, align="right"))
    return found


def _badge(placed: PlacedCard) -> int:
    return 0 if placed.number is None else 7 + 7 * len(str(placed.number))
