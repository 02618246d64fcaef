"""The cards of one cell of the journey map, as high as their texts: a touchpoint has the same place in every lane of its
phase."""

from collections.abc import Mapping
from typing import NamedTuple

from journey.charts.journey_map.log_counts import Badge, Seen, badge
from journey.charts.kit.text_block import Block, Box, block
from journey.journey_map import Card, JourneyMap, Lane, MapColumn
from journey.model import Language
from journey.texts import choice, text

MOST_CARDS = 60
"""More cards than this are counted, not drawn, in one cell."""
LONGEST = 24
"""So many lines a card has where nobody can open it; any title fits."""
GAP = 6
PAD = 8


class PlacedCard(NamedTuple):
    """A card in its cell. `number` is its touchpoint's place in the journey and stands at the right of the first line;
    `head` is the channel's word on a touchpoint's card; `clipped`: the text goes on. `badge` says how many cases of the
    event log had a touchpoint; None on maps without a log and on other cards."""

    card: Card
    lane: Lane
    position: int
    box: Box
    body: Block
    head: Block | None
    number: int | None
    clipped: bool
    badge: Badge | None = None


def most_lines(journey: JourneyMap, in_full: bool = False) -> int:
    """How many lines a card may have: the more cards, the fewer."""
    if in_full:
        return LONGEST
    return 6 if journey.touchpoint_count <= 15 else 5 if journey.touchpoint_count <= 30 else 4


def placed_cell(
    column: MapColumn,
    room: Box,
    places: Mapping[str, range],
    parts: int,
    *,
    lane: Lane,
    language: Language,
    y: float,
    numbers: Mapping[str, int],
    most: int,
    measured: Mapping[str, Seen] | None = None,
    counted: bool = False,
    in_full: bool = False,
) -> tuple[list[PlacedCard], list[Block], float]:
    """The cards of a cell, each in its touchpoint's column (`places_of`), with the cell's hints and its lower edge; where they are
    only to be `counted`, none of them but how many there are. `in_full`: all of them, however many."""
    limit = len(column.cells[lane]) if in_full else MOST_CARDS
    wide = (room.w - 2 * GAP - (parts - 1) * GAP) / parts
    bottoms = [y] * parts
    placed: list[PlacedCard] = []
    for card in () if counted else column.cells[lane][:limit]:
        place = min(places.get(card.touchpoint or "", range(parts)), key=bottoms.__getitem__)
        x = room.x + GAP + place * (wide + GAP)
        number = numbers.get(card.touchpoint or "")
        one = _card(
            card, x, bottoms[place], wide,
            position=column.position, lane=lane, language=language, number=number, most=most,
        )  # fmt: skip
        if measured is not None and lane is Lane.TOUCHPOINTS:
            one = _with_badge(one, measured.get(card.id), language)
        placed.append(one)
        bottoms[place] = placed[-1].box.bottom + GAP
    hint = ""
    if counted and column.cells[lane]:
        hint = str(len(column.cells[lane]))
    elif len(column.cells[lane]) > limit:
        hint = text("charts.map.more", language, count=len(column.cells[lane]) - limit)
    elif not placed:
        hint = (
            text("charts.map.no_touchpoint", language) if lane is Lane.TOUCHPOINTS else "–" if column.feelings else ""
        )
    low = max(bottoms) - (GAP if placed else 0)
    if not hint:
        return placed, [], low
    words = block(hint, room.x + GAP + 4, low + (GAP if placed else 4), room.w - 2 * GAP - 8, size=13, italic=True)
    return placed, [words], words.box.bottom


def places_of(column: MapColumn, parts: int, in_full: bool = False) -> dict[str, range]:
    """The columns of cards in which a touchpoint's cards stand, by its id: the first touchpoints of a phase left, the last
    ones right, as on the emotion curve. What belongs to no touchpoint stands anywhere."""
    count = len(column.feelings) if in_full else min(len(column.feelings), MOST_CARDS)
    starts = [min(place * parts // max(1, count), parts - 1) for place in range(len(column.feelings))]
    return {
        feeling.id: range(start, max(start + 1, min(parts, (place + 1) * parts // max(1, count))))
        for place, (feeling, start) in enumerate(zip(column.feelings, starts, strict=True))
    }


def _card(
    card: Card,
    left: float,
    top: float,
    wide: float,
    *,
    position: int,
    lane: Lane,
    language: Language,
    number: int | None,
    most: int,
) -> PlacedCard:
    x, y, inner = left + PAD + 3, top + 7, wide - 2 * PAD - 3
    mark = 0 if number is None else 7 + 7 * len(str(number))
    bold = lane in {Lane.TOUCHPOINTS, Lane.CALL_TO_ACTION}
    head = None
    if card.channel is not None:
        star = 16 if card.moment_of_truth else 0
        head = block(choice(card.channel, language), x, y, inner - mark - star, size=12, most=2)
        y, mark = head.bottom + 1, 0
    shown = card.text or text("charts.map.untitled", language)
    body = block(shown, x, y, inner, size=13, bold=bold, italic=card.question, most=most, first=inner - mark)
    return PlacedCard(
        card,
        lane,
        position,
        Box(left, top, wide, body.bottom + 7 - top),
        body,
        head,
        number,
        body.clipped,
    )


def _with_badge(placed: PlacedCard, seen: Seen | None, language: Language) -> PlacedCard:
    """The card with a badge below its text, and as much higher."""
    words = placed.body
    mark = badge(seen, Box(words.x, words.box.bottom + 4, words.width, 0), language)
    box = placed.box
    return placed._replace(badge=mark, box=Box(box.x, box.y, box.w, mark.box.bottom + 7 - box.y))
