"""What a portrait looks like: as somebody chose; else as the persona's words say clearly; else as its seed has it, from 0 to
9999, as far as that contradicts no word. Where nothing at all says it there is no face, and the portrait is of letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from journey.model import Look, Persona
from journey.portraits.address import Address, address_of
from journey.portraits.age import age_of

GROUPS: dict[str, tuple[Look, ...]] = {
    "age": (Look.YOUNG, Look.MIDDLE_AGED, Look.OLDER),
    "hair": (Look.SHORT, Look.PARTED, Look.LONG, Look.CURLY, Look.BUN, Look.BALD),
    "colour": (
        Look.BLACK, Look.DARK_BROWN, Look.BROWN, Look.BLOND, Look.RED, Look.DARK_GREY, Look.GREY, Look.WHITE,
    ),
    "skin": (Look.SKIN_VERY_LIGHT, Look.SKIN_LIGHT, Look.SKIN_MEDIUM, Look.SKIN_DARK, Look.SKIN_VERY_DARK),
    "glasses": (Look.GLASSES, Look.NO_GLASSES),
    "beard": (Look.BEARD, Look.NO_BEARD),
}  # fmt: skip
"""Looks that exclude each other, in the order in which they are offered."""

_SEEDED_COLOURS = (
    Look.BLACK, Look.DARK_BROWN, Look.BROWN, Look.BLOND, Look.GREY, Look.DARK_GREY, Look.RED,
)  # fmt: skip
_BEARDED = (Look.SHORT, Look.PARTED, Look.BALD)
_INSTEAD = {
    Address.MAN: {Look.LONG: Look.PARTED, Look.BUN: Look.SHORT},
    Address.WOMAN: {Look.BALD: Look.BUN},
    Address.UNCLEAR: {},
}
"""The hair that is drawn in place of one that would contradict the name."""


@dataclass(frozen=True)
class Face:
    """Everything that a face is drawn from. `age` is None where nothing says it; `coat` counts the colours of clothes."""

    age: Look | None = None
    hair: Look = Look.SHORT
    colour: Look = Look.BROWN
    skin: Look = Look.SKIN_LIGHT
    glasses: bool = False
    beard: bool = False
    coat: int = 0


def face_of(persona: Persona) -> Face | None:
    """The face of a persona; None where neither choice nor seed nor name gives one."""
    address = address_of(persona.name)
    if not persona.avatar and not persona.looks and address is Address.UNCLEAR:
        return None
    style, colour, skin, coat = digits(persona.avatar)
    age = chosen(persona, "age") or age_of(persona)
    hair = chosen(persona, "hair") or _INSTEAD[address].get(style, style)
    seeded_colour = _SEEDED_COLOURS[colour % len(_SEEDED_COLOURS)] if persona.avatar else Face.colour
    seeded_skin = GROUPS["skin"][skin % len(GROUPS["skin"])] if persona.avatar else Face.skin
    glasses, beard = chosen(persona, "glasses"), chosen(persona, "beard")
    bearded = has_beard(persona.avatar) and hair in _BEARDED and address is not Address.WOMAN
    return Face(
        age=age,
        hair=hair,
        colour=chosen(persona, "colour") or (Look.GREY if age is Look.OLDER else seeded_colour),
        skin=chosen(persona, "skin") or seeded_skin,
        glasses=glasses is Look.GLASSES if glasses else (colour + coat) % 4 == 1,
        beard=beard is Look.BEARD if beard else bearded,
        coat=coat,
    )


def chosen(persona: Persona, group: str) -> Look | None:
    """What somebody chose of looks that exclude each other; of several the first counts."""
    return next((look for look in persona.looks if look in GROUPS[group]), None)


def with_look(persona: Persona, group: str, look: Look | None) -> tuple[Look, ...]:
    """The looks of a persona with another choice of a group; None takes the choice back."""
    held = {name: chosen(persona, name) for name in GROUPS} | {group: look}
    return tuple(one for one in held.values() if one)


def first_seed(taken: Sequence[int], name: str) -> int:
    """The seed of a new persona; 0, which gives no face, for a name that does not say clearly whom it speaks of."""
    return 0 if address_of(name) is Address.UNCLEAR else next_seed(taken)


def next_seed(taken: Sequence[int]) -> int:
    """The next face: every digit moves on, so it differs well from the last one of those taken."""
    seed = (taken[-1] if taken else 0) + 1_213
    while seed % 10_000 in {0, *taken}:
        seed += 1
    return seed % 10_000


def digits(seed: int) -> tuple[Look, int, int, int]:
    """What a seed says: hair, its colour, skin and coat."""
    style, colour, skin, coat = (int(digit) for digit in f"{seed:04d}")
    return GROUPS["hair"][style % len(GROUPS["hair"])], colour, skin, coat


def has_beard(seed: int) -> bool:
    """Whether a seed says a beard."""
    style, _, skin, coat = digits(seed)
    return style in _BEARDED and (skin + coat) % 2 == 1
