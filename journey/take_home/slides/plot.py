"""What the native charts share: letters, colours, the place of the plot, and lines of words beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.util import Pt

from journey.palette import LIGHT
from journey.take_home.slides.measuring import Paragraph

_DRAWING_NS = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_CHART_NS = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'


class ChartNumbers(CategoryChartData):  # type: ignore[misc]
    """The numbers of a chart. In the workbook behind it names are words: python-pptx 1.0.2 makes a formula of one that begins
    with "=" (findings/pptx_names_become_formulas.sh)."""

    @property
    def xlsx_blob(self) -> Any:
        return _WordsOnly(self).xlsx_blob


class _WordsOnly(CategoryWorkbookWriter):  # type: ignore[misc]
    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[tuple[Any, Any]]:
        with super()._open_worksheet(xlsx_file) as (book, sheet):
            sheet.strings_to_formulas = sheet.strings_to_urls = False
            yield book, sheet


def within(words: tuple[Paragraph, ...], width: float) -> tuple[Paragraph, ...]:
    """One line each: what goes on is on the map and in the notes."""
    return tuple(each if len(each.lines(width)) < 2 else _one_line(each, width) for each in words)


def _one_line(paragraph: Paragraph, width: float) -> Paragraph:
    head, _ = paragraph.parted(1, width - paragraph.size)
    return Paragraph(f"{head.words}…", paragraph.size)


def letters(chart: Any) -> None:
    """The deck's letters, and no title of its own: the slide has one."""
    chart.font.size, chart.font.color.rgb = Pt(11), colour_of(LIGHT.text)
    chart.has_title = False


def clear(chart: Any) -> None:
    """No ground of its own, so that what lies below the chart is seen."""
    bare = "<a:noFill/><a:ln><a:noFill/></a:ln>"
    space = parse_xml(f"<c:spPr {_CHART_NS} {_DRAWING_NS}>{bare}</c:spPr>")
    chart._chartSpace.chart.addnext(space)
    chart._chartSpace.chart.plotArea.append(parse_xml(f"<c:spPr {_CHART_NS} {_DRAWING_NS}>{bare}</c:spPr>"))


def laid_out(chart: Any, top: float, high: float, across: tuple[float, float]) -> None:
    """Say where the plot stands, so that what is drawn beside it stands at its bars and points."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall("{http://schemas.openxmlformats.org/drawingml/2006/chart}layout"):
        area.remove(old)
    left, wide = across
    sides = "".join(f'<c:{n} val="{v}"/>' for n, v in (("x", left), ("y", top), ("w", wide), ("h", high)))
    area.insert(
        0,
        parse_xml(
            f'<c:layout {_CHART_NS}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{sides}</c:manualLayout></c:layout>"
        ),
    )


def colour_of(hex_colour: str) -> Any:
    """A colour for the library."""
    return RGBColor.from_string(hex_colour[1:])
