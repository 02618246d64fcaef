"""The deck's own layouts: where title, body and page number stand, in which letters and colours. Real placeholders, so that
another design can be put on in PowerPoint and screen readers find title and order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.util import Pt

from journey.charts.kit.text_block import Box
from journey.palette import BLUE, CURVES, LIGHT, PRIMARY
from journey.take_home.slides.shapes import EMU, HIGH, NAMESPACES, WIDE

FONT = "Arial"
"""Everywhere, if only by a font of the same measures."""
MARGIN, GAP = 36.0, 24.0
TITLE = Box(MARGIN, 18, WIDE - 2 * MARGIN, 52)
BODY = Box(MARGIN, 84, WIDE - 2 * MARGIN, 418)
COLUMN = (BODY.w - GAP) / 2
LEFT, RIGHT = Box(MARGIN, BODY.y, COLUMN, BODY.h), Box(MARGIN + COLUMN + GAP, BODY.y, COLUMN, BODY.h)
LEAD = Box(MARGIN, 70, WIDE - 2 * MARGIN, 20)
PORTRAIT = Box(WIDE - MARGIN - 68, 16, 68, 68)
COVER_TITLE, COVER_LEAD = Box(72, 120, WIDE - 144, 150), Box(72, 284, WIDE - 144, 60)
FOOT_INDEX, NUMBER_INDEX, LEAD_INDEX = 11, 12, 13


@dataclass(frozen=True)
class LayoutPlace:
    """A placeholder of a layout: its kind and index in PowerPoint's words, its box, size of letters, and how it stands in it."""

    kind: str
    index: int
    box: Box
    size: float
    look: str = ""
    anchor: str = "t"
    align: str = "l"


_FOOT = (
    LayoutPlace("ftr", FOOT_INDEX, Box(MARGIN, 512, 700, 18), 10),
    LayoutPlace("sldNum", NUMBER_INDEX, Box(WIDE - MARGIN - 80, 512, 80, 18), 10, align="r"),
)
_TITLE = LayoutPlace("title", 0, TITLE, 26, "b", "ctr")
_NARROW = LayoutPlace("title", 0, Box(TITLE.x, TITLE.y, PORTRAIT.x - TITLE.x - GAP, TITLE.h), 26, "b", "ctr")
_LEAD = LayoutPlace("body", LEAD_INDEX, LEAD, 12)

LAYOUTS: Mapping[str, tuple[LayoutPlace, ...]] = {
    "Cover": (
        LayoutPlace("ctrTitle", 0, COVER_TITLE, 40, "b", "b"),
        LayoutPlace("subTitle", 1, COVER_LEAD, 18),
    ),
    "Text": (_TITLE, LayoutPlace("body", 1, BODY, 16), *_FOOT),
    "Columns": (_TITLE, LayoutPlace("body", 1, LEFT, 14), LayoutPlace("body", 2, RIGHT, 14), *_FOOT),
    "Persona": (
        _NARROW,
        _LEAD,
        LayoutPlace("body", 1, Box(LEFT.x, 104, LEFT.w, 398), 12),
        LayoutPlace("body", 2, Box(RIGHT.x, 104, RIGHT.w, 398), 12),
        *_FOOT,
    ),
    "Drawing": (_TITLE, _LEAD, *_FOOT),
    "Chart": (_TITLE, LayoutPlace("body", 1, Box(600, BODY.y, WIDE - MARGIN - 600, BODY.h), 12), *_FOOT),
    "Table": (_TITLE, LayoutPlace("tbl", 1, BODY, 12), *_FOOT),
}
"""The layouts by name."""
_FROM = (0, 1, 3, 5, 8, 9, 10)
"""Which of the library's layouts each of them takes the place of, in the same order."""

_KINDS = {"Cover": "title", "Columns": "twoObj", "Persona": "twoObj", "Drawing": "titleOnly", "Table": "tbl"}


@cache
def template() -> bytes:
    """An empty presentation with these layouts and nothing else."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    master = deck.slide_master
    layouts = list(deck.slide_layouts)
    for layout in layouts:
        if layouts.index(layout) not in _FROM:
            deck.slide_layouts.remove(layout)
    for place, (name, places) in zip(_FROM, LAYOUTS.items(), strict=True):
        _exchange(layouts[place]._element, name, places, decorated=name == "Cover")
    _exchange(master._element, "", (_TITLE, LayoutPlace("body", 1, BODY, 16), *_FOOT), decorated=False)
    _text_styles(master._element)
    _theme(master.part)
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def layout_of(deck: Any, name: str) -> Any:
    """A layout of a presentation that began as the template."""
    return deck.slide_layouts[list(LAYOUTS).index(name)]


def place_of(layout: str, index: int) -> LayoutPlace:
    """A placeholder of a layout by its index. StopIteration for an unknown one."""
    return next(place for place in LAYOUTS[layout] if place.index == index)


def _exchange(element: Any, name: str, places: tuple[LayoutPlace, ...], *, decorated: bool) -> None:
    """Put placeholders in the place of all that a layout or master holds."""
    if name:
        element.set("type", _KINDS.get(name, "obj"))
    named = f' name="{name}"' if name else ""
    shapes = "".join(_placeholder(place, number) for number, place in enumerate(places, start=3))
    bar = _bar(Box(0, 0, WIDE, 14) if decorated else Box(0, TITLE.y + 6, 8, TITLE.h - 12))
    back = "" if name else '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    made = parse_xml(
        f'<p:cSld {NAMESPACES}{named}>{back}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{bar if name else ''}{shapes}</p:spTree></p:cSld>"
    )
    old = element.find("{http://schemas.openxmlformats.org/presentationml/2006/main}cSld")
    element.replace(old, made)


def _bar(box: Box) -> str:
    x, y, w, h = (round(each * EMU) for each in (box.x, box.y, box.w, box.h))
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>'
        f'<a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        '<a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _placeholder(place: LayoutPlace, number: int) -> str:
    x, y, w, h = (round(each * EMU) for each in (place.box.x, place.box.y, place.box.w, place.box.h))
    index = f' idx="{place.index}"' if place.index else ""
    quiet = place.kind in ("ftr", "sldNum", "subTitle") or place.index == LEAD_INDEX
    colour = "tx2" if quiet else "tx1"
    said = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>'
    words = said if place.kind == "sldNum" else "" if place.kind == "ftr" else "<a:r><a:rPr/><a:t>Text</a:t></a:r>"
    level = (
        f'<a:lvl1pPr marL="0" indent="0" algn="{place.align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr '
        f'sz="{round(place.size * 100)}" b="{int(place.look == "b")}"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        "</a:defRPr></a:lvl1pPr>"
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{place.kind} {number}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        f'<p:ph type="{place.kind}"{index}/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" '
        f'rIns="0" bIns="0" anchor="{place.anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>{level}</a:lstStyle><a:p>{words}</a:p>'
        "</p:txBody></p:sp>"
    )


def _text_styles(master: Any) -> None:
    """Titles stand left and without the library's sizes."""
    for paragraph in master.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}lvl1pPr"):
        if paragraph.getparent().tag.endswith("titleStyle"):
            paragraph.set("algn", "l")


def _theme(master: Any) -> None:
    """The app's colours and the one font."""
    (part,) = (each.target_part for each in master.rels.values() if each.reltype.endswith("/theme"))
    words = part.blob.decode()
    colours = {"dk2": LIGHT.quiet, "lt2": LIGHT.lane, "hlink": BLUE, "folHlink": LIGHT.quiet}
    colours |= {f"accent{n}": colour for n, colour in enumerate((PRIMARY["light"], *CURVES[:1], *CURVES[2:]), start=1)}
    for name, colour in colours.items():
        words = re.sub(rf'(<a:{name}>)<a:srgbClr val="\w+"/>', rf'\1<a:srgbClr val="{colour[1:]}"/>', words)
    words = re.sub(r"<a:dk1>.*?</a:dk1>", f'<a:dk1><a:srgbClr val="{LIGHT.text[1:]}"/></a:dk1>', words)
    words = words.replace('<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FONT}"/>')
    part._blob = words.encode()
