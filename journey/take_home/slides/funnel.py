"""The slide of the funnel: a chart that PowerPoint itself draws, so that its numbers can be edited."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Pt

from journey.charts.funnel.alt_text import funnel_alt
from journey.charts.kit.text_block import Box
from journey.numbers import Stage
from journey.palette import LIGHT, phase_colour
from journey.take_home.slides.layouts import MARGIN
from journey.take_home.slides.measuring import Paragraph, wrapped
from journey.take_home.slides.plot import ChartNumbers, colour_of, laid_out, letters, within
from journey.take_home.slides.shapes import WIDE, SlideItem, TextShape
from journey.take_home.slides.slide import DeckSlide, NativeChart, a_slide
from journey.take_home.takeaway import Takeaway
from journey.texts import number, text


def funnel_slides(copy: Takeaway) -> list[DeckSlide]:
    """The funnel of the newest period as bars; none without counts."""
    stages = copy.funnel.counted
    if not stages:
        return []
    alt = funnel_alt(copy.funnel, copy.language)
    data = ChartNumbers(number_format="#,##0")
    data.categories = [_fitted(stage.name) for stage in stages]
    data.add_series(text("fields.counts.count", copy.language), [stage.count or 0 for stage in stages])
    box = Box(MARGIN, 96, WIDE - 2 * MARGIN - 150, 350)
    chart = NativeChart(XL_CHART_TYPE.BAR_CLUSTERED, data, box, alt, partial(_finish_funnel, stages=stages))
    title = " · ".join(filter(None, (text("map.view_funnel", copy.language), copy.period)))
    items = [*_rates(stages, box, copy), *_judged(copy)]
    return [a_slide("Drawing", title, items=items, foot=copy.title, notes=alt, charts=(chart,))]


def _finish_funnel(chart: Any, stages: Sequence[Stage]) -> None:
    letters(chart)
    chart.has_legend = False
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.fill.background()
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 45, True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "#,##0", False
    plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
    plot.data_labels.font.size, plot.data_labels.font.bold = Pt(12), True
    for place, stage in enumerate(stages):
        fill = plot.series[0].points[place].format.fill
        fill.solid()
        fill.fore_color.rgb = colour_of(phase_colour(stage.position))
    laid_out(chart, 0.0, 1.0, (0.34, 0.56))


def _rates(stages: Sequence[Stage], box: Box, copy: Takeaway) -> Iterator[SlideItem]:
    """Beside each bar the share that came from the one before."""
    high = box.h / len(stages)
    for place, (stage, (_, _, share)) in enumerate(zip(stages, copy.stage_lines(), strict=True)):
        if not share:
            continue
        words = text("takehome.slides.step", copy.language, rate=share)
        at = Box(box.right, box.y + place * high, 150, high)
        yield TextShape(
            f"{stage.name}: {words}", at, (Paragraph(words, 11, colour=LIGHT.quiet),), anchor="ctr", inset=(4, 0)
        )


def _judged(copy: Takeaway) -> Iterator[SlideItem]:
    """The biggest loss and the weakest step."""
    loss, weakest = copy.funnel.biggest_loss, copy.funnel.weakest
    said = []
    if loss:
        lost = number(loss.drop_off or 0, copy.language)
        said.append(text("charts.alt.funnel_loss", copy.language, lost=lost, name=loss.name))
    if weakest and weakest is not loss and not weakest.few_cases:
        said.append(f"{text('funnel.weakest', copy.language)}: {weakest.name}")
    words = tuple(Paragraph(each, 12) for each in said)
    yield TextShape(
        "Verdict", Box(MARGIN, 456, WIDE - 2 * MARGIN, 50), within(words, WIDE - 2 * MARGIN - 10), inset=(5, 1)
    )


def _fitted(name: str) -> str:
    """A name for an axis, in two lines at most; the notes have all of it."""
    lines = wrapped(name, 250, 11, False)
    return name if len(lines) < 3 else f"{''.join(lines[:2]).rstrip()[:-1]}…"
