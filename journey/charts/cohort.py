"""The cohort table as a picture: a row for each period of first contact, a column for each period later."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, dashes, text_datum
from journey.charts.kit.text_block import Box, block
from journey.charts.kit.text_fit import measure
from journey.charts.kit.tooltips import tooltips
from journey.charts.kit.wording import counted, counted_cases, rate, short_rate
from journey.model import Language
from journey.numbers.funnel import FEW_PEOPLE
from journey.numbers.log.periods import Unit
from journey.numbers.log.trends import Cohort
from journey.palette import PRIMARY, ink, mixed, readable
from journey.texts import number, text

MOST_COHORTS = 12
"""So many cohorts are told to people who hear the page."""
ROW, CELL, WIDEST = 28, 39, 84
"""A row's height, and how narrow and how wide a column may be."""
TOP = 42
"""The height of the two header lines."""
SIZE = 13
_GAP, _DASH = 0.03, (4, 3)
_FAINTEST, _STRONGEST = 0.08, {"light": 0.6, "dark": 0.95}
"""How much colour the lowest and the highest share have, so that the page's text stays readable on both."""


@dataclass(frozen=True)
class CohortLayout:
    """Where everything stands: what the rows are called, the pixels that names and numbers of cases need at the left,
    how many columns there are, the height, and how many pixels wide the picture must be at least for its words to fit."""

    names: tuple[str, ...]
    left: float
    columns: int
    height: float
    narrowest: float

    def top(self, row: int) -> float:
        """The upper edge of a row."""
        return TOP + row * ROW


def cohort_layout(cohorts: Sequence[Cohort], language: Language, unit: Unit) -> CohortLayout:
    """Place a cohort table."""
    names = tuple(cohort_name(cohort, language, unit) for cohort in cohorts)
    counts = [text("charts.cohort.cases", language), *(number(cohort.cases, language) for cohort in cohorts)]
    left = max((measure(name, SIZE) for name in names), default=0) + max(measure(count, SIZE) for count in counts) + 18
    columns = max((len(cohort.reached) for cohort in cohorts), default=0)
    head = measure(text(f"charts.cohort.later.{unit.value}", language), SIZE)
    shares = [short_rate(share, language) for cohort in cohorts for share in cohort.shares if share is not None]
    cell = max([CELL, *(measure(share, SIZE) + 4 for share in set(shares))])
    height = TOP + len(cohorts) * ROW + (24 if any(_running(cohort) for cohort in cohorts) else 2)
    note = measure(text("charts.cohort.note", language), SIZE) + 30
    return CohortLayout(names, left, columns, height, max(left + max(columns * cell, head), note))


def cohort_chart(cohorts: Sequence[Cohort], language: Language, *, dark: bool, unit: Unit) -> LayeredChart:
    """Draw which share of each cohort had reached the target so many periods later. The deeper the tint, the higher the
    share, from nothing to the table's highest; of few cases their numbers are told, without a tint; cells whose period is not over have dashed edges. Its words need `cohort_layout(…).narrowest` pixels, so let a narrow page scroll."""
    layout = cohort_layout(cohorts, language, unit)
    told = tooltips(language)
    across = canvas.shares(round(layout.left), widest=round(layout.left + layout.columns * WIDEST))
    cells = list(_cells(layout, cohorts, language, unit, dark=dark))
    words = [*_head(layout, language, unit, dark)]
    for row, cohort in enumerate(cohorts):
        words += _words(layout, cohort, row, language, dark)
    key, note = _key(layout, language, dark) if any(map(_running, cohorts)) else ([], [])
    layers = [
        canvas.boxes(cells, told, across=across),
        canvas.boxes(key),
        canvas.texts(words, across=across),
        canvas.texts(note),
    ]
    return canvas.drawing(layers, layout.height)


def cohort_alt(cohorts: Sequence[Cohort], language: Language, unit: Unit) -> str:
    """For each of the newest cohorts its cases, and its share in the first and the last period that is over."""
    if not cohorts:
        return text("charts.cohort.none", language)
    told = [text("charts.cohort.alt", language, count=number(len(cohorts), language))]
    for cohort in cohorts[-MOST_COHORTS:]:
        over = [(later, share) for later, share in enumerate(cohort.shares[: cohort.complete]) if share is not None]
        shares = "; ".join(
            text("charts.cohort.alt_share", language, later=later_words(later, language, unit),
                 share=short_rate(share, language))
            for later, share in dict([*over[:1], *over[-1:]]).items()
        )  # fmt: skip
        name, cases = cohort_name(cohort, language, unit), counted_cases(cohort.cases, language)
        told.append(text("charts.cohort.alt_row", language, name=name, told=", ".join(filter(None, [cases, shares]))))
    return " ".join(told)


def cohort_name(cohort: Cohort, language: Language, unit: Unit) -> str:
    """The cohort's month or week."""
    if unit is Unit.MONTH:
        return text("charts.period.month", language, month=f"{cohort.start.month:02}", year=cohort.start.year)
    week = cohort.start.isocalendar()
    return text("charts.period.week", language, week=week.week, year=week.year)


def later_words(later: int, language: Language, unit: Unit) -> str:
    """So many periods later."""
    if not later:
        return text(f"charts.cohort.same.{unit.value}", language)
    return counted(f"cohort.{unit.value}", later, language)


def cell_words(cohort: Cohort, column: int, language: Language, unit: Unit) -> tuple[str, str]:
    """A cell's title and its figures; the cohort has cases and the cell is not empty."""
    reached = cohort.reached[column] or 0
    told = text("charts.cohort.told", language, rate=rate(reached / cohort.cases, language),
                reached=number(reached, language), cases=number(cohort.cases, language))  # fmt: skip
    if _is_small(cohort):
        told = f"{told} · {text('charts.funnel.few', language)}"
    if column >= cohort.complete:
        told = f"{told} · {text('charts.trend.running', language)}"
    return f"{cohort_name(cohort, language, unit)}, {later_words(column, language, unit)}", told


def _running(cohort: Cohort) -> bool:
    """Whether one of its cells may still rise."""
    return any(share is not None for share in cohort.shares[cohort.complete :])


def _cells(
    layout: CohortLayout, cohorts: Sequence[Cohort], language: Language, unit: Unit, *, dark: bool
) -> Iterator[Datum]:
    judged = (cohort for cohort in cohorts if not _is_small(cohort))
    highest = max((share for cohort in judged for share in cohort.shares if share), default=1.0)
    for row, cohort in enumerate(cohorts):
        for column, share in enumerate(cohort.shares):
            if share is None:
                continue
            box = Box((column + _GAP) / layout.columns, layout.top(row) + 1, (1 - 2 * _GAP) / layout.columns, ROW - 2)
            fill = _tint(0 if _is_small(cohort) else share / highest, dark)
            title, told = cell_words(cohort, column, language, unit)
            edge: Datum = {}
            if column >= cohort.complete:
                edge = {"stroke": readable(ink(dark).quiet, fill, 3), "width": 1.5, "dash": dashes(_DASH)}
            yield box_datum(box, fill, radius=3, t=title, d=told, **edge)


def _tint(depth: float, dark: bool) -> str:
    look = "dark" if dark else "light"
    return mixed(ink(dark).page, PRIMARY[look], _FAINTEST + (_STRONGEST[look] - _FAINTEST) * depth)


def _head(layout: CohortLayout, language: Language, unit: Unit, dark: bool) -> Iterator[Datum]:
    """What the columns are."""
    quiet = ink(dark).quiet
    if not layout.names:
        yield text_datum(block(text("charts.cohort.none", language), 0, 2, 300, size=SIZE), quiet, o=-layout.left)
        return
    later = block(text(f"charts.cohort.later.{unit.value}", language), 0, 2, 400, size=SIZE, most=1)
    yield text_datum(later, quiet)
    cases = block(text("charts.cohort.cases", language), 0, 22, layout.left, size=SIZE, most=1)
    yield {**text_datum(cases, quiet, align="right"), "x": 0, "o": -8}
    for column in range(layout.columns):
        label = block(str(column), 0, 22, CELL, size=SIZE, most=1)
        yield {**text_datum(label, quiet, align="center"), "x": round((column + 0.5) / layout.columns, 4)}


def _words(layout: CohortLayout, cohort: Cohort, row: int, language: Language, dark: bool) -> Iterator[Datum]:
    """A row's name, its cases, and its shares; a dash where nobody is in the cohort."""
    neutral, y = ink(dark), layout.top(row) + (ROW - 16) / 2
    yield text_datum(block(layout.names[row], 0, y, layout.left, size=SIZE, most=1), neutral.text, o=-layout.left)
    count = block(number(cohort.cases, language), 0, y, layout.left, size=SIZE, most=1)
    yield {**text_datum(count, neutral.quiet, align="right"), "x": 0, "o": -8}
    for column, share in enumerate(cohort.shares):
        if cohort.reached[column] is not None:
            shown = "–" if share is None else _shown(share, cohort, cohort.reached[column] or 0, language)
            words = block(shown, 0, y, CELL, size=SIZE, italic=share is not None and column >= cohort.complete, most=1)
            middle = round((column + 0.5) / layout.columns, 4)
            yield {**text_datum(words, neutral.text, align="center"), "x": middle}


def _is_small(cohort: Cohort) -> bool:
    """Whether a share of the cohort would say nothing."""
    return cohort.cases < FEW_PEOPLE


def _shown(share: float, cohort: Cohort, reached: int, language: Language) -> str:
    """A share; of few cases, how many of them there are."""
    return f"{reached}/{cohort.cases}" if _is_small(cohort) else short_rate(share, language)


def _key(layout: CohortLayout, language: Language, dark: bool) -> tuple[list[Datum], list[Datum]]:
    """What dashed edges say."""
    neutral, y = ink(dark), layout.height - 18
    sample = box_datum(Box(1, y + 1, 20, 13), _tint(0, dark), stroke=neutral.quiet, width=1.5, radius=3,
                       dash=dashes(_DASH))  # fmt: skip
    words = block(text("charts.cohort.note", language), 28, y - 1, 400, size=SIZE, most=1)
    return [sample], [text_datum(words, neutral.quiet)]
