"""The map cut into slides, as values: a column for each touchpoint below its phase, as many columns as can be read, and what
does not fit below goes on with the same columns on the next slide. Measures in points."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from journey.journey_map import LANES, Card, Lane, MapColumn
from journey.palette import LIGHT
from journey.take_home.slides.measuring import Paragraph
from journey.take_home.slides.strips import edges_of, groups, runs_of
from journey.take_home.strips import TouchpointStrip, strips_of
from journey.take_home.takeaway import Takeaway
from journey.texts import choice, text

TOP, BOTTOM = 80.0, 504.0
"""The upper and lower edge of the map on its slides."""
BETWEEN, PAD, ACROSS = 4.0, 3.0, 5.0
"""From card to card, and the room inside of a card: above and below, at the sides."""
LABEL = 88.0
"""The room for a lane's name."""
LOOKS = ((12.0, 104.0), (12.0, 76.0), (11.0, 76.0), (11.0, 52.0), (10.0, 52.0))
"""Size of letters and height of the lane with the feelings: the first with which a group of touchpoints stands on one slide,
else the last."""


@dataclass(frozen=True)
class SlideCard:
    """A card or a part of one: its lane, the strip it stands in, its words, and where it begins and how high it is."""

    lane: Lane
    strip: int
    card: Card
    paragraphs: tuple[Paragraph, ...]
    y: float
    h: float


@dataclass(frozen=True)
class MapSlide:
    """A slide of the map: its strips, the height of the phases' heads, where its lanes begin and end, its cards, the size of its
    letters, and whether its touchpoints go on on the next slide."""

    strips: tuple[TouchpointStrip, ...]
    head: float
    lanes: dict[Lane, tuple[float, float]]
    cards: tuple[SlideCard, ...]
    size: float = 11
    goes_on: bool = False

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """The left edge of each strip, and the right edge of the last."""
        return edges_of(self.strips)


def sheets(copy: Takeaway) -> Iterator[MapSlide]:
    """The slides of the map."""
    for held in groups(strips_of(copy)):
        yield from _fitted(held, copy)


def _fitted(strips: Sequence[TouchpointStrip], copy: Takeaway) -> list[MapSlide]:
    """The slides of a group of touchpoints: one where a look allows it, else its halves side by side where that takes no more
    slides than to go on below."""
    made: list[MapSlide] = []
    for size, felt in LOOKS:
        made = list(_sheets(strips, copy, size, felt))
        if len(made) == 1:
            return made
    if len(strips) == 1:
        return made
    middle = (len(strips) + 1) // 2
    halves = [*_fitted(strips[:middle], copy), *_fitted(strips[middle:], copy)]
    return halves if len(halves) <= len(made) else made


UnplacedCards = list[list[tuple[Card, tuple[Paragraph, ...]]]]
"""What of a lane has no place yet: for each strip its cards with their words."""


def _sheets(strips: Sequence[TouchpointStrip], copy: Takeaway, size: float, felt: float) -> Iterator[MapSlide]:
    edges = edges_of(strips)
    widths = [right - left - BETWEEN - 2 * ACROSS for left, right in pairwise(edges)]
    head = max(_head(strips, copy, size), 22.0)
    waiting = [(lane, _cards(lane, strips, copy, size)) for lane in LANES if _is_held(lane, strips)]
    first = waiting[0][1] if waiting and waiting[0][0] is Lane.TOUCHPOINTS else []
    again = False
    while waiting:
        y = TOP + head + BETWEEN
        lanes: dict[Lane, tuple[float, float]] = {}
        placed: list[SlideCard] = []
        if again and any(first) and waiting[0][0] is not Lane.TOUCHPOINTS:
            cards, bottom, _ = _poured(Lane.TOUCHPOINTS, first, y, widths)
            if bottom < (TOP + BOTTOM) / 2:
                placed, lanes[Lane.TOUCHPOINTS], y = cards, (y, bottom), bottom + BETWEEN
        while waiting:
            lane, cells = waiting[0]
            if lane is Lane.EMOTION:
                if y + felt > BOTTOM:
                    break
                lanes[lane], y = (y, y + felt), y + felt + BETWEEN
                waiting.pop(0)
                continue
            cards, bottom, rest = _poured(lane, cells, y, widths)
            if cards or not any(rest):
                placed += cards
                bottom = max(bottom, y + _least(lane, strips, widths, copy))
                lanes[lane], y = (y, bottom), bottom + BETWEEN
            if any(rest):
                waiting[0] = (lane, rest)
                break
            waiting.pop(0)
        again = True
        yield MapSlide(tuple(strips), head, lanes, tuple(placed), size, bool(waiting))


def _least(lane: Lane, strips: Sequence[TouchpointStrip], widths: Sequence[float], copy: Takeaway) -> float:
    """How high a lane is at least: its name has room, and so has what a phase without touchpoints says."""
    empty = [width for strip, width in zip(strips, widths, strict=True) if strip.feeling is None]
    said = [nothing_words(copy).height(width) + 2 * PAD for width in empty if lane is Lane.TOUCHPOINTS]
    return max([label_words(lane, copy).height(LABEL) + 2, *said])


def _is_held(lane: Lane, strips: Sequence[TouchpointStrip]) -> bool:
    if lane is Lane.EMOTION:
        return any(strip.feeling for strip in strips)
    return lane is Lane.TOUCHPOINTS or any(strip.cells.get(lane) for strip in strips)


def _poured(
    lane: Lane, cells: UnplacedCards, y: float, widths: Sequence[float]
) -> tuple[list[SlideCard], float, UnplacedCards]:
    """The cards of a lane from a height on, where the last one ends, and what has no place above the lower edge."""
    placed: list[SlideCard] = []
    rest: UnplacedCards = []
    deepest = y
    for strip, cards in enumerate(cells):
        at, left, width = y, list(cards), widths[strip]
        while left:
            card, words = left[0]
            fitting, after = _parted(words, width, BOTTOM - at - 2 * PAD)
            if not fitting:
                break
            high = sum(each.height(width) for each in fitting) + 2 * PAD
            placed.append(SlideCard(lane, strip, card, fitting, at, high))
            deepest, at = max(deepest, at + high), at + high + BETWEEN
            left = [(card, after), *left[1:]] if after else left[1:]
            if after:
                break
        rest.append(left)
    return placed, deepest, rest


def _parted(
    words: tuple[Paragraph, ...], width: float, room: float
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """The paragraphs of a card that fit into a room, the last one perhaps in part, and the rest."""
    fitting: list[Paragraph] = []
    for place, each in enumerate(words):
        high = each.height(width)
        if high <= room:
            fitting.append(each)
            room -= high
            continue
        count = int((room - each.before) // each.line)
        lines = len(each.lines(width))
        if count >= min(3, lines - 1) > 0 and count > 0:
            head, tail = each.parted(count, width)
            return (*fitting, head), (tail, *words[place + 1 :])
        return tuple(fitting), words[place:]
    return tuple(fitting), ()


def _head(strips: Sequence[TouchpointStrip], copy: Takeaway, size: float) -> float:
    """How high the phases' heads are."""
    return max(
        head_words(column, copy, size).height(right - left - BETWEEN - 2 * ACROSS) + 2 * PAD
        for column, left, right in runs_of(strips)
    )


def head_words(column: MapColumn, copy: Takeaway, size: float = 11) -> Paragraph:
    """A phase's name."""
    return Paragraph(copy.phase_name(column), min(size, 11), bold=True)


def _cards(lane: Lane, strips: Sequence[TouchpointStrip], copy: Takeaway, size: float) -> UnplacedCards:
    return [[(card, tuple(_words(card, strip, copy, size))) for card in strip.cells.get(lane, ())] for strip in strips]


def _words(card: Card, strip: TouchpointStrip, copy: Takeaway, size: float) -> Iterator[Paragraph]:
    if card.channel is None:
        yield from (Paragraph(line, size, italic=card.question) for line in _lines(card.text))
        return
    mark = "◆ " if card.moment_of_truth else ""
    yield Paragraph(f"{strip.number}  {mark}{card.text or copy.untitled}", size, bold=True)
    yield Paragraph(choice(card.channel, copy.language), max(10, size - 1), before=1)


def _lines(words: str) -> Iterable[str]:
    return [line for line in words.split("\n") if line.strip()] or [words]


def label_words(lane: Lane, copy: Takeaway) -> Paragraph:
    """What a lane is called."""
    return Paragraph(LANES[lane].words(copy.language), 10, bold=True, colour=LIGHT.quiet)


def tinted(words: tuple[Paragraph, ...], colour: str) -> tuple[Paragraph, ...]:
    """Paragraphs in another colour."""
    return tuple(replace(each, colour=colour) for each in words)


def nothing_words(copy: Takeaway) -> Paragraph:
    """What stands in a phase without touchpoints."""
    return Paragraph(text("map.list.nothing", copy.language), 10, italic=True, colour=LIGHT.quiet)
