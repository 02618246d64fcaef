"""Portraits as HTML images: a picture of one's own, a face made of a few shapes, or the first letters of a name."""

import re
from base64 import b64encode
from functools import cache
from html import escape

from journey.model import Look, Persona
from journey.portraits.looks import GROUPS, Face, digits, face_of

SIZE = 100, 100
"""Width and height of a drawing."""

_SKIN = dict(zip(GROUPS["skin"], ("#F3D3B8", "#E7B894", "#C98F66", "#9C6644", "#6F4630"), strict=True))
_HAIR = {
    Look.BLACK: "#2B1D14",
    Look.DARK_BROWN: "#5A3A22",
    Look.BROWN: "#8C5A2B",
    Look.BLOND: "#C99A4A",
    Look.RED: "#A33B20",
    Look.DARK_GREY: "#3A3A44",
    Look.GREY: "#8E8E93",
    Look.WHITE: "#F4F2EE",
}
_COAT = ("#0B5C8A", "#00735C", "#8A5A00", "#8F3A72", "#4B4FA6", "#9C3D00", "#45535F")
_BACK = ("#DCEBF4", "#DDF0EA", "#F5EBD8", "#F1E0EB", "#E4E5F6", "#F7E3D8", "#E6EAED")
_STYLES = {
    Look.SHORT: "<path d='M30 46c0-16 9-26 20-26s20 10 20 26c-3-8-9-13-20-13s-17 5-20 13z'/>",
    Look.PARTED: "<path d='M29 48c-1-18 9-29 22-29s22 10 20 28c-3-7-6-10-12-13-9 5-21 4-30 14z'/>",
    Look.LONG: "<path d='M27 76V44c0-16 10-25 23-25s23 9 23 25v32h-9V46c-4-7-9-11-14-11s-10 4-14 11v30z'/>",
    Look.CURLY: (
        "<g><circle cx='34' cy='36' r='9'/><circle cx='44' cy='27' r='10'/><circle cx='57' cy='27' r='10'/>"
        "<circle cx='67' cy='36' r='9'/><circle cx='30' cy='46' r='6'/><circle cx='70' cy='46' r='6'/></g>"
    ),
    Look.BUN: (
        "<g><circle cx='50' cy='16' r='8'/><path d='M29 47c0-17 9-27 21-27s21 10 21 27c-4-8-10-12-21-12s-17 4-21 12z'/></g>"
    ),
    Look.BALD: "<path d='M28 52c-2-6-1-12 1-15 1 4 2 8 3 12zM72 52c2-6 1-12-1-15-1 4-2 8-3 12z'/>",
}
_GLASSES = (
    "<g fill='none' stroke='#26323E' stroke-width='1.8'><circle cx='42' cy='49' r='5.5'/><circle cx='58' cy='49' r='5.5'/>"
    "<path d='M47.5 49h5'/></g>"
)
_BEARD = "<path d='M33 54c1 15 8 21 17 21s16-6 17-21c-3 6-8 8-17 8s-14-2-17-8z' opacity='.9'/>"
_MOUTH = "<path d='M43 60c4 4 10 4 14 0' fill='none' stroke='{colour}' stroke-width='2' stroke-linecap='round'/>"
_EYES, _LIPS = "#26323E", "#7A3B2E"
_ON_DARK = {Look.SKIN_DARK: ("#14100E", "#4F211A"), Look.SKIN_VERY_DARK: ("#120C0A", "#C98577")}
"""Eyes and lips that are seen on dark skins."""
_CHEEKS = "M41.5 56c-2 1.6-3 3.4-3 5.6M58.5 56c2 1.6 3 3.4 3 5.6"
_LINES = {
    Look.MIDDLE_AGED: _CHEEKS,
    Look.OLDER: (
        f"{_CHEEKS}M42 38.5c5-1.5 11-1.5 16 0M43 41.5c4-1.2 10-1.2 14 0M38.5 53.5c2 1.2 4.5 1.2 6.5 0"
        "M55 53.5c2 1.2 4.5 1.2 6.5 0"
    ),
}
_BLUSH = (
    "<g fill='#D9534F' opacity='.28'><circle cx='37.5' cy='55.5' r='3.6'/><circle cx='62.5' cy='55.5' r='3.6'/></g>"
)


def portrait(persona: Persona) -> str:
    """An HTML image of a persona."""
    return f"<img alt='' src='{address(persona)}'>"


def address(persona: Persona) -> str:
    """The address of a persona's picture, in which the whole picture lies."""
    return f"data:image/webp;base64,{escape(persona.photo)}" if persona.photo else _address(drawing_of(persona))


def drawing_of(persona: Persona) -> str:
    """The SVG of a persona without a picture of one's own."""
    face = face_of(persona)
    return drawn(face) if face else _letters(persona)


@cache
def example(look: Look) -> str:
    """The address of a picture that shows one look, on a face that is the same for all of its group."""
    group = next(name for name, looks in GROUPS.items() if look in looks)
    fields: dict[str, object] = {group: look if group not in {"glasses", "beard"} else look is GROUPS[group][0]}
    if look is Look.OLDER:
        fields["colour"] = Look.GREY
    return _address(drawn(Face(**fields)))  # type: ignore[arg-type]


def drawn(face: Face) -> str:
    """The SVG of a face."""
    skin, hair, coat = _SKIN[face.skin], _HAIR[face.colour], _COAT[face.coat % len(_COAT)]
    behind = f"<g fill='{hair}'>{_STYLES[Look.LONG]}</g>" if face.hair is Look.LONG else ""
    beard = f"<g fill='{hair}'>{_BEARD}</g>" if face.beard else ""
    lines = _LINES.get(face.age) if face.age else None
    aged = f"<path d='{lines}' fill='none' stroke='#2B1D14' stroke-opacity='.42' stroke-width='1.1' stroke-linecap='round'/>"
    signs = _BLUSH if face.age is Look.YOUNG else aged if lines else ""
    eyes, lips = _ON_DARK.get(face.skin, (_EYES, _LIPS))
    size = 2.4 if face.age is Look.YOUNG else 2
    return (
        f"{_canvas(face.coat)}{behind}"
        f"<path d='M16 100c2-17 14-25 34-25s32 8 34 25z' fill='{coat}'/><path d='M43 66h14v12c-4 4-10 4-14 0z' fill='{skin}'/>"
        f"<ellipse cx='50' cy='50' rx='19' ry='23' fill='{skin}'/>{signs}{beard}<g fill='{hair}'>{_STYLES[face.hair]}</g>"
        f"<g fill='{eyes}'><circle cx='42' cy='49' r='{size}'/><circle cx='58' cy='49' r='{size}'/></g>"
        f"{_MOUTH.format(colour=lips)}{_GLASSES if face.glasses else ''}</svg>"
    )


def _letters(persona: Persona) -> str:
    """The SVG of a name's first letters; of a bare figure where it has none."""
    words = re.findall(r"[^\W\d_]+", persona.name)
    colour = _COAT[_place(persona) % len(_COAT)]
    if not words:
        figure = (
            f"<g fill='{colour}'><circle cx='50' cy='40' r='16'/><path d='M18 92c2-22 14-31 32-31s30 9 32 31z'/></g>"
        )
        return f"{_canvas(_place(persona))}{figure}</svg>"
    letters = "".join(word[0].upper() for word in words[:2])
    return (
        f"{_canvas(_place(persona))}<text x='50' y='52' fill='{colour}' font-family='Arial,sans-serif' font-size='40'"
        f" font-weight='600' text-anchor='middle' dominant-baseline='central'>{escape(letters)}</text></svg>"
    )


def _place(persona: Persona) -> int:
    """A number that is the persona's for life, for its colour."""
    return sum(persona.id.encode()) if not persona.avatar else digits(persona.avatar)[3]


def _canvas(coat: int) -> str:
    back = _BACK[(coat + 3) % len(_BACK)]
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><rect width='100' height='100' fill='{back}'/>"
    )


def _address(drawing: str) -> str:
    return f"data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}"
