"""What if one step went better, as a picture: the funnel today and then, and how sure the number at its goal is."""

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, rule_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import diamond
from journey.charts.kit.scale import round_above
from journey.charts.kit.text_block import Box, block
from journey.charts.kit.tooltips import tooltips
from journey.charts.kit.wording import rate
from journey.charts.what_if.layout import LINE, NOW, THEN, WhatIfRow, what_if_rows
from journey.model import Language
from journey.numbers import Funnel
from journey.numbers.what_if import ExpectedFigure, WhatIf, told_alike
from journey.palette import PRIMARY, ink, mixed, phase_colour, readable
from journey.texts import number, text

THINNEST, LANE, ROOM = 0.004, 22, 318


def what_if_chart(stages: Funnel, found: WhatIf, language: Language, *, dark: bool) -> LayeredChart:
    """Draw the stages up to the goal, each with a pale bar for today and a full one for then; the changed step is named.
    Below, on a scale of its own, the number at the goal today and then with its 95 % intervals."""
    rows, bottom = what_if_rows(stages, found)
    largest = max((max(row.now, row.then) for row in rows), default=0.0) or 1.0
    told = tooltips(language)
    top = bottom + 30
    across = canvas.shares(1, 1)
    layers = [
        canvas.boxes([box_datum(Box(0, row.top, 1, NOW + THEN + 1), ink(dark).lane, radius=4) for row in rows], across=across),
        canvas.boxes([bar for row in rows for bar in _bars(row, largest, language, dark)], told, across=across),
        canvas.rules(_scale(top, dark), across=across),
        canvas.boxes(_intervals(found, top, dark), across=across),
        canvas.shapes(_marks(found, top, dark), across=across),
        canvas.texts([*(datum for row in rows for datum in _words(row, language, dark)),
                      *_goal(rows, found, bottom, language, dark=dark)], across=across),
    ]  # fmt: skip
    return canvas.drawing(layers, top + 2 * LANE + 10 + 3 * LINE)


def figure_words(found: WhatIf, language: Language) -> dict[str, str]:
    """The figures "now", "then" and "more", each with the ends of its interval."""
    told = told_alike(found.today.value, found.then.value)
    figures = {"now": found.today, "then": found.then, "more": found.more}
    return {
        key: text(f"charts.what_if.{key}", language, figure=_with_ends(value, figure, language))
        for value, (key, figure) in zip(told, figures.items(), strict=True)
    }


def _with_ends(told: float, figure: ExpectedFigure, language: Language) -> str:
    low, high = people(figure.low, language), people(figure.high, language)
    return f"{_number(told, language)} ({text('charts.funnel.interval', language, low=low, high=high)})"


def people(value: float, language: Language) -> str:
    """An expected number of people that stands alone: whole ones, below twenty with a decimal."""
    return _number(round(value) if abs(value) >= 20 else round(value, 1), language)


def _number(value: float, language: Language) -> str:
    return number(value, language).replace("-", "−")


def step_words(row: WhatIfRow, language: Language) -> str:
    """The rate of the step to a stage, today and then."""
    if row.rates is None:
        return ""
    now, then = (rate(one, language) for one in row.rates)
    return text("charts.funnel.step", language, rate=f"{now} → {then}" if row.changed else now)


def _bars(row: WhatIfRow, largest: float, language: Language, dark: bool) -> list[Datum]:
    colour = readable(phase_colour(row.stage.position), ink(dark).lane, 3)
    pale = mixed(colour, ink(dark).lane, 0.55)
    today, later, _ = told_alike(row.now, row.then)
    now = text("charts.what_if.now", language, figure=_number(today, language))
    then = text("charts.what_if.then", language, figure=_number(later, language))
    told = {"t": row.stage.name, "d": f"{now} · {then}"}
    return [
        {**box_datum(Box(0, row.top, max(THINNEST, row.now / largest), NOW), pale, radius=3), **told},
        {**box_datum(Box(0, row.top + NOW + 1, max(THINNEST, row.then / largest), THEN), colour, radius=3), **told},
    ]


def _words(row: WhatIfRow, language: Language, dark: bool) -> list[Datum]:
    neutral = ink(dark)
    now, then, _ = told_alike(row.now, row.then)
    shown = _number(now, language)
    if row.then != row.now:
        shown = f"{shown} → {_number(then, language)}"
    figures = block(shown, 0, row.name.y, 178, size=15, bold=True, most=1)
    found = [text_datum(row.name, neutral.text), {**text_datum(figures, neutral.text, align="right"), "x": 1}]
    if step := step_words(row, language):
        step = f"{step} – {text('charts.what_if.changed', language)}" if row.changed else step
        line = block(step, 0, row.name.y - LINE - 1, ROOM, size=13, bold=row.changed, most=1)
        found.append(text_datum(line, _hue(dark) if row.changed else neutral.quiet, o=10))
    return found


def _goal(rows: tuple[WhatIfRow, ...], found: WhatIf, y: float, language: Language, *, dark: bool) -> list[Datum]:
    """The title, the ends of the scale and the three figures of the goal."""
    neutral, top = ink(dark), y + 30
    name = rows[-1].stage.name if rows else ""
    title = block(text("charts.what_if.goal", language, name=name), 0, y + 8, ROOM, size=14, bold=True, most=1)
    figures = figure_words(found, language)
    lines = [
        (figures["then"], neutral.text, True), (figures["now"], neutral.quiet, False), (figures["more"], neutral.quiet, False),
    ]  # fmt: skip
    end = block(people(_largest(found), language), 0, y + 10, 70, size=12, most=1)
    told = [
        text_datum(
            block(words, 0, top + 2 * LANE + 8 + place * LINE, ROOM - 22, size=13, bold=bold, most=1), colour, o=22
        )
        for place, (words, colour, bold) in enumerate(lines)
    ]
    return [text_datum(title, neutral.text), {**text_datum(end, neutral.quiet, align="right"), "x": 1}, *told]


def _scale(top: float, dark: bool) -> list[Datum]:
    return [
        rule_datum((quarter / 4, top), (quarter / 4, top + 2 * LANE), ink(dark).line, width=1 if quarter % 4 else 1.5)
        for quarter in range(5)
    ]


def _intervals(found: WhatIf, top: float, dark: bool) -> list[Datum]:
    """The bars of plausible numbers: then above, today below."""
    neutral, largest = ink(dark), _largest(found)
    colours = (
        mixed(_hue(dark), neutral.page, 0.45),
        readable(mixed(neutral.quiet, neutral.page, 0.55), neutral.page, 1.8),
    )
    return [
        box_datum(Box(figure.low / largest, top + lane * LANE + 5, max(THINNEST, (figure.high - figure.low) / largest), 12),
                  colour, radius=3)
        for lane, (figure, colour) in enumerate(zip((found.then, found.today), colours, strict=True))
    ]  # fmt: skip


def _marks(found: WhatIf, top: float, dark: bool) -> list[Datum]:
    """The expected numbers, and their signs as a key before the lines."""
    neutral, largest = ink(dark), _largest(found)
    marks: list[Datum] = []
    for lane, (figure, colour) in enumerate(((found.then, _hue(dark)), (found.today, neutral.quiet))):
        place = (figure.value / largest, top + lane * LANE + 11)
        marks.append(shape_datum(*place, diamond(8), colour, stroke=neutral.page, width=1.5))
        marks.append(shape_datum(0, top + 2 * LANE + 16 + lane * LINE, diamond(6, 8), colour))
    return marks


def _largest(found: WhatIf) -> float:
    """The end of the goal's scale."""
    return round_above(max(found.then.high, found.today.high))


def _hue(dark: bool) -> str:
    return readable(PRIMARY["dark" if dark else "light"], ink(dark).page)
