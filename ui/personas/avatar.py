"""Portraits drawn here: a face made of a few shapes, chosen by a seed from 0 to 9999. No picture service is asked.

A face never contradicts what the persona's name says clearly; where it says nothing, the first face is a neutral one.
"""

from base64 import b64encode
from collections.abc import Sequence

from ui.personas.address import Address, address_of

_SKIN = ("#F3D3B8", "#E7B894", "#C98F66", "#9C6644", "#6F4630")
_HAIR = ("#2B1D14", "#5A3A22", "#8C5A2B", "#C99A4A", "#8E8E93", "#3A3A44", "#A33B20")
_COAT = ("#0B5C8A", "#00735C", "#8A5A00", "#8F3A72", "#4B4FA6", "#9C3D00", "#45535F")
_BACK = ("#DCEBF4", "#DDF0EA", "#F5EBD8", "#F1E0EB", "#E4E5F6", "#F7E3D8", "#E6EAED")
# Cap of hair over the head, by style: short, parted, long, curly, bun, bald with a rim.
_STYLES = (
    "<path d='M30 46c0-16 9-26 20-26s20 10 20 26c-3-8-9-13-20-13s-17 5-20 13z'/>",
    "<path d='M29 48c-1-18 9-29 22-29s22 10 20 28c-3-7-6-10-12-13-9 5-21 4-30 14z'/>",
    "<path d='M27 76V44c0-16 10-25 23-25s23 9 23 25v32h-9V46c-4-7-9-11-14-11s-10 4-14 11v30z'/>",
    "<g><circle cx='34' cy='36' r='9'/><circle cx='44' cy='27' r='10'/><circle cx='57' cy='27' r='10'/>"
    "<circle cx='67' cy='36' r='9'/><circle cx='30' cy='46' r='6'/><circle cx='70' cy='46' r='6'/></g>",
    "<g><circle cx='50' cy='16' r='8'/><path d='M29 47c0-17 9-27 21-27s21 10 21 27c-4-8-10-12-21-12s-17 4-21 12z'/></g>",
    "<path d='M28 52c-2-6-1-12 1-15 1 4 2 8 3 12zM72 52c2-6 1-12-1-15-1 4-2 8-3 12z'/>",
)
_SHORT, _PARTED, _LONG, _CURLY, _BUN, _BALD = range(len(_STYLES))
_BEARDED = (_SHORT, _PARTED, _BALD)
_INSTEAD = {
    Address.MAN: {_LONG: _PARTED, _BUN: _SHORT},
    Address.WOMAN: {_BALD: _BUN},
    Address.UNCLEAR: {},
}
"""The hair that is drawn in place of one that would contradict the name."""
_GLASSES = (
    "<g fill='none' stroke='#26323E' stroke-width='1.8'><circle cx='42' cy='49' r='5.5'/><circle cx='58' cy='49' r='5.5'/>"
    "<path d='M47.5 49h5'/></g>"
)
_BEARD = "<path d='M33 54c1 15 8 21 17 21s16-6 17-21c-3 6-8 8-17 8s-14-2-17-8z' opacity='.9'/>"


def portrait(seed: int, name: str = "") -> str:
    """An HTML image of a face. The seed's four digits choose hair style, hair, skin and coat; a style or beard that
    would contradict the name is left out."""
    address = address_of(name)
    style, hair, skin, coat = _digits(seed)
    style = _INSTEAD[address].get(style, style)
    hair_colour, skin_colour = _HAIR[hair % len(_HAIR)], _SKIN[skin % len(_SKIN)]
    coat_colour, back = _COAT[coat % len(_COAT)], _BACK[(coat + 3) % len(_BACK)]
    glasses = _GLASSES if (hair + coat) % 4 == 1 else ""
    bearded = _has_beard(style, skin, coat) and address is not Address.WOMAN
    beard = f"<g fill='{hair_colour}'>{_BEARD}</g>" if bearded else ""
    behind = f"<g fill='{hair_colour}'>{_STYLES[_LONG]}</g>" if style == _LONG else ""
    drawing = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><rect width='100' height='100' fill='{back}'/>{behind}"
        f"<path d='M16 100c2-17 14-25 34-25s32 8 34 25z' fill='{coat_colour}'/><path d='M43 66h14v12c-4 4-10 4-14 0z' fill='{skin_colour}'/>"
        f"<ellipse cx='50' cy='50' rx='19' ry='23' fill='{skin_colour}'/>{beard}"
        f"<g fill='{hair_colour}'>{_STYLES[style]}</g><g fill='#26323E'><circle cx='42' cy='49' r='2'/><circle cx='58' cy='49' r='2'/></g>"
        f"<path d='M43 60c4 4 10 4 14 0' fill='none' stroke='#7A3B2E' stroke-width='2' stroke-linecap='round'/>{glasses}</svg>"
    )
    return f"<img alt='' src='data:image/svg+xml;base64,{b64encode(drawing.encode()).decode()}'>"


def first_seed(taken: Sequence[int], name: str) -> int:
    """The face of a new persona. For a name that says nothing clearly it is neutral: neither bearded nor bald, hair
    neither long nor in a bun."""
    usual = next_seed(taken)
    if address_of(name) is not Address.UNCLEAR:
        return usual
    further = ((usual + 1_213 * step) % 10_000 for step in range(10_000))
    return next((seed for seed in further if _is_neutral(seed) and seed not in taken), usual)


def next_seed(taken: Sequence[int]) -> int:
    """The next face: every digit moves on, so it differs well from the last one of those taken."""
    seed = (taken[-1] if taken else 0) + 1_213
    while seed % 10_000 in taken:
        seed += 1
    return seed % 10_000


def _is_neutral(seed: int) -> bool:
    style, _, skin, coat = _digits(seed)
    return style in (_SHORT, _PARTED, _CURLY) and not _has_beard(style, skin, coat)


def _has_beard(style: int, skin: int, coat: int) -> bool:
    return style in _BEARDED and (skin + coat) % 2 == 1


def _digits(seed: int) -> tuple[int, int, int, int]:
    style, hair, skin, coat = (int(digit) for digit in f"{seed:04d}")
    return style % len(_STYLES), hair, skin, coat
