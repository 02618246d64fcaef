"""What stands on a slide, as values and as the XML of PowerPoint. Places and sizes are in points from the slide's upper left
corner. Written as text and parsed once a slide, which takes a tenth of the library's way shape by shape."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from journey.charts.kit.text_block import Box
from journey.lazy_re import lazy_re
from journey.palette import LIGHT
from journey.take_home.slides.measuring import Paragraph

EMU = 12_700
"""PowerPoint's units in a point."""
WIDE, HIGH = 960.0, 540.0
"""A slide, 16:9."""
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_CORNER = 4.0
"""The radius of round corners, whatever the shape's size."""
_PUSHED = _CORNER * (1 - 0.5**0.5)
"""So far such corners push a shape's words inwards by themselves."""
_LIKE_AN_ESCAPE = lazy_re(r"(?<=_)(?=x[0-9A-Fa-f]{4}_)")
"""PowerPoint would read "_x0041_" as a letter: between two runs it does not."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@dataclass(frozen=True)
class TextShape:
    """A shape with words. `kind` is a form of PowerPoint's (rect, roundRect, ellipse, homePlate …). `inset` is the room around
    the words: at the sides, above and below. `alt` is what is said of it where its words do not say it."""

    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...] = ()
    kind: str = "rect"
    fill: str = ""
    edge: str = ""
    align: str = "l"
    anchor: str = "t"
    inset: tuple[float, float] = (5, 3)
    alt: str = ""

    def xml(self, number: int, locale: str) -> str:
        """The shape under a number of its own."""
        fill = f'<a:solidFill><a:srgbClr val="{self.fill[1:]}"/></a:solidFill>' if self.fill else "<a:noFill/>"
        edge = f'<a:solidFill><a:srgbClr val="{self.edge[1:]}"/></a:solidFill>' if self.edge else "<a:noFill/>"
        is_round = self.kind == "roundRect"
        across, down = (round(max(0.0, each - is_round * _PUSHED) * EMU) for each in self.inset)
        share = round(_CORNER / min(self.box.w, self.box.h) * 100_000) if is_round else 0
        adjust = f'<a:gd name="adj" fmla="val {min(share, 50_000)}"/>' if is_round else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={quoteattr(self.name)}{_alt(self.alt)}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr>{_place(self.box)}<a:prstGeom prst="{self.kind}"><a:avLst>{adjust}</a:avLst></a:prstGeom>{fill}'
            f'<a:ln w="9525">{edge}</a:ln></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="{across}" tIns="{down}" rIns="{across}" '
            f'bIns="{down}" anchor="{self.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f"{paragraphs_xml(self.paragraphs, locale, self.align)}</p:txBody></p:sp>"
        )


@dataclass(frozen=True)
class Stroke:
    """A straight line from one point to another, for the eye alone."""

    start: tuple[float, float]
    end: tuple[float, float]
    colour: str
    width: float = 1.5

    def xml(self, number: int, _locale: str) -> str:
        """The line under a number of its own."""
        (x, y), (to_x, to_y) = self.start, self.end
        box = Box(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))
        flip = ' flipV="1"' if to_y < y else ""
        return (
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{number}" name="Line {number}">{_DECORATIVE}</p:cNvPr><p:cNvCxnSpPr/><p:nvPr/>'
            f"</p:nvCxnSpPr><p:spPr>{_place(box, flip)}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{round(self.width * EMU)}"><a:solidFill>'
            f'<a:srgbClr val="{self.colour[1:]}"/></a:solidFill></a:ln></p:spPr></p:cxnSp>'
        )


@dataclass(frozen=True)
class FilledPlace:
    """A placeholder of the layout with words: `kind` and `index` are the layout's own. LayoutPlace and size are the layout's."""

    kind: str
    index: int
    paragraphs: tuple[Paragraph, ...]

    def xml(self, number: int, locale: str) -> str:
        """The placeholder under a number of its own."""
        index = f' idx="{self.index}"' if self.index else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{self.kind} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{self.kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle/>{paragraphs_xml(self.paragraphs, locale)}</p:txBody></p:sp>"
        )


@dataclass(frozen=True)
class SlideNumber:
    """The slide's number."""

    def xml(self, number: int, locale: str) -> str:
        """The placeholder under a number of its own."""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="sldNum {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
            f'<a:p><a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{locale}"/><a:t>‹#›</a:t>'
            "</a:fld></a:p></p:txBody></p:sp>"
        )


@dataclass(frozen=True)
class TableGrid:
    """A table in the layout's place for one: the widths of its columns, the height of each row, and what each cell says; the
    first row is the head."""

    name: str
    box: Box
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[Paragraph, ...], ...]
    inset: tuple[float, float] = (6, 4)

    def xml(self, number: int, locale: str) -> str:
        """The table under a number of its own."""
        columns = "".join(f'<a:gridCol w="{round(width * EMU)}"/>' for width in self.widths)
        rows = "".join(
            f'<a:tr h="{round(high * EMU)}">{"".join(self._cell(cell, place, locale) for cell in row)}</a:tr>'
            for place, (high, row) in enumerate(zip(self.heights, self.rows, strict=True))
        )
        place = _place(self.box).replace("a:xfrm", "p:xfrm")
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={quoteattr(self.name)}{_alt(self.name)}/>'
            '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph type="tbl" idx="1"/></p:nvPr>'
            f'</p:nvGraphicFramePr>{place}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
            f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData></a:graphic>'
            "</p:graphicFrame>"
        )

    def _cell(self, words: Paragraph, row: int, locale: str) -> str:
        across, down = (round(each * EMU) for each in self.inset)
        none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
        line = f'<a:lnB w="9525"><a:solidFill><a:srgbClr val="{LIGHT.line[1:]}"/></a:solidFill></a:lnB>'
        fill = "<a:noFill/>" if row else f'<a:solidFill><a:srgbClr val="{LIGHT.lane[1:]}"/></a:solidFill>'
        return (
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs_xml((words,), locale)}</a:txBody>"
            f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}">{none}{line}{fill}</a:tcPr></a:tc>'
        )


SlideItem = TextShape | Stroke | FilledPlace | SlideNumber | TableGrid


def tree(items: Iterable[SlideItem], locale: str) -> str:
    """The tree of a slide's shapes, in the order in which they are read."""
    inside = "".join(item.xml(number, locale) for number, item in enumerate(items, start=2))
    return (
        f'<p:spTree {NAMESPACES}><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{inside}</p:spTree>"
    )


def paragraphs_xml(paragraphs: Sequence[Paragraph], locale: str, align: str = "l") -> str:
    """Paragraphs as PowerPoint writes them; at least one."""
    return (
        "".join(_paragraph(each, locale, align) for each in paragraphs) or f'<a:p><a:endParaRPr lang="{locale}"/></a:p>'
    )


def _paragraph(paragraph: Paragraph, locale: str, align: str) -> str:
    indent = round(paragraph.indent * EMU)
    bullet = '<a:buFont typeface="Arial"/><a:buChar char="•"/>' if paragraph.bullet else "<a:buNone/>"
    look = (
        f'<a:rPr lang="{locale}" sz="{round(paragraph.size * 100)}" b="{int(paragraph.bold)}" i="{int(paragraph.italic)}" '
        f'dirty="0"><a:solidFill><a:srgbClr val="{paragraph.colour[1:]}"/></a:solidFill></a:rPr>'
    )
    runs = "".join(
        f"<a:r>{look}<a:t>{escape(words)}</a:t></a:r>" for words in _LIKE_AN_ESCAPE.split(paragraph.words) if words
    )
    return (
        f'<a:p><a:pPr marL="{indent}" indent="{-indent}" algn="{align}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef>'
        f'<a:spcPts val="{round(paragraph.before * 100)}"/></a:spcBef>{bullet}</a:pPr>{runs}</a:p>'
    )


def _place(box: Box, flip: str = "") -> str:
    x, y, w, h = (round(each * EMU) for each in (box.x, box.y, box.w, box.h))
    return f'<a:xfrm{flip}><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def _alt(words: str) -> str:
    return f" descr={quoteattr(words)}" if words else ""
