"""Where both step rates of two compared funnels stand, and what their differences are called."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey.charts.kit import scale
from journey.charts.kit.text_block import Block, block
from journey.charts.kit.text_fit import measure
from journey.charts.kit.wording import rate, spread
from journey.model import Language
from journey.numbers import Interval, wilson
from journey.numbers.comparison import ShareDifference, StepComparison
from journey.numbers.funnel import Funnel
from journey.texts import number, text

LANE, LINE, ROOM = 17, 19, 318
"""The height of a funnel's lane and of a line of words, and the width of a phone's words."""
KEY = 20
"""The room of a sign before its words."""
_ENDS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 1.0)
_NARROW = 0.015

Named = tuple[str, Funnel]


@dataclass(frozen=True)
class ComparedRow:
    """A transition's room: its title, the top of its strip, the words for both rates, and the verdict below. `way` says
    from where to where."""

    step: StepComparison
    way: str
    title: Block
    top: float
    rates: tuple[Block, Block]
    verdict: tuple[Block, ...]

    def lane(self, place: int) -> float:
        """The middle of the first (0) or the second funnel's lane."""
        return self.top + (place + 0.5) * LANE

    @property
    def bottom(self) -> float:
        """The lower edge of the last line."""
        return self.verdict[-1].box.bottom


@dataclass(frozen=True)
class ComparedLayout:
    """Everything in its place: both funnels' names, the rows, the end of the scale, the words below, the height."""

    names: tuple[Block, Block]
    rows: tuple[ComparedRow, ...]
    end: float
    note: Block

    @property
    def axis(self) -> float:
        """The top of the scale's percentages."""
        return self.names[1].box.bottom + 8

    @property
    def height(self) -> float:
        """The height of the whole."""
        return self.note.box.bottom + 2


def compared_layout(
    first: Named, second: Named, comparisons: Sequence[StepComparison], language: Language
) -> ComparedLayout:
    """Place the names, the transitions and the note."""
    one = block(first[0], KEY, 0, ROOM - KEY, size=15, bold=True, most=2)
    other = block(second[0], KEY, one.box.bottom + 4, ROOM - KEY, size=15, bold=True, most=2)
    phases = {stage.phase_id: stage.name for stage in (*second[1].stages, *first[1].stages)}
    aside = (
        KEY * 2 + 10 + max((measure(rate_words(step.difference, language)[0], 13) for step in comparisons), default=0)
    )
    rows: list[ComparedRow] = []
    y = other.box.bottom + 8 + scale.HIGH + 8
    for step in comparisons:
        way = f"{phases[step.previous]} → {step.name}"
        title = block(way, 0, y, ROOM, size=15, bold=True, most=3)
        top = title.box.bottom + 5
        rates = _rates(step.difference, top + 2 * LANE + 6, aside, language)
        rows.append(ComparedRow(step, way, title, top, rates, _verdict(step, rates[1].box.bottom + 3, language)))
        y = rows[-1].bottom + 22
    key = "note" if comparisons else "none"
    note = block(text(f"charts.compared.{key}", language, first=first[0], second=second[0]), 0, y - 6, ROOM, size=13)
    highest = max((end for step in comparisons for rates in intervals(step.difference) for end in rates), default=1.0)
    return ComparedLayout((one, other), tuple(rows), next(end for end in _ENDS if highest <= end), note)


def intervals(found: ShareDifference) -> tuple[Interval, Interval]:
    """The Wilson intervals of both rates."""
    return wilson(*found.first), wilson(*found.second)


def rate_words(found: ShareDifference, language: Language) -> tuple[str, str]:
    """Both rates with their intervals."""
    one, other = (
        f"{rate(portion.rate, language)} ({_spread(interval, language)})"
        for portion, interval in zip((found.first, found.second), intervals(found), strict=True)
    )
    return one, other


def points(found: ShareDifference, language: Language) -> str:
    """How many points the second rate lies above the first, with the interval, each with its sign."""
    ends = (found.value, *found.interval)
    digits = 2 if any(0 < abs(end) < 0.001 for end in ends) else 1
    value, low, high = (_signed(end * 100, digits, language) for end in ends)
    return text("charts.compared.points", language, value=value, low=low, high=high)


def _signed(value: float, digits: int, language: Language) -> str:
    shown = number(abs(value), language, digits)
    sign = "" if not round(abs(value), digits) else "+" if value > 0 else "−"
    return sign + shown


def _spread(interval: Interval, language: Language) -> str:
    """An interval, with decimals where whole per cent would blur it."""
    if interval.width >= _NARROW:
        return spread(interval, language)
    low, high = (rate(end, language) for end in interval)
    return text("charts.funnel.interval", language, low=low, high=high)


def _rates(found: ShareDifference, y: float, aside: float, language: Language) -> tuple[Block, Block]:
    """Both rates in words, side by side where a phone has room, else below each other."""
    first, second = rate_words(found, language)
    one = block(first, KEY, y, ROOM - KEY, size=13, most=1)
    if aside + measure(second, 13) <= ROOM:
        return one, block(second, aside, y, ROOM - aside, size=13, most=1)
    return one, block(second, KEY, y + LINE, ROOM - KEY, size=13, most=1)


def _verdict(step: StepComparison, y: float, language: Language) -> tuple[Block, ...]:
    sure = step.difference.claimable
    claim = text(f"charts.compared.{'claimed' if sure else 'unclaimed'}", language)
    told = points(step.difference, language)
    if step.few_cases:
        told = f"{told} · {text('charts.funnel.few', language)}"
    claimed = block(claim, 0, y, ROOM, size=13, bold=sure, most=1)
    return claimed, block(told, 0, y + LINE, ROOM, size=13, most=2)
