"""Script and style sheet: files with their hash in the address, so that a phone fetches each once."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from journey import palette
from journey.palette import Ink

_FOLDER = Path(__file__).parent / "static"
_TYPES = {"phone.js": "text/javascript; charset=utf-8", "phone.css": "text/css; charset=utf-8"}
_SCRIPT = ("begin", "sparing", "sending", "showing", "doing", "regretting", "drawing", "following")


@dataclass(frozen=True)
class ServedFile:
    """A file, with the name that it has in addresses."""

    name: str
    content_type: str
    body: bytes


@cache
def served(name: str) -> ServedFile:
    """The file that is called so in its folder (phone.js, phone.css)."""
    body = _script() if name.endswith(".js") else _colours() + (_FOLDER / name).read_text("utf-8")
    stem, _, ending = name.partition(".")
    mark = sha256(body.encode()).hexdigest()[:12]
    return ServedFile(f"{stem}-{mark}.{ending}", _TYPES[name], body.encode())


def called(name: str) -> ServedFile | None:
    """The file with this name in an address; None for any other, also of an earlier version."""
    return next((file for file in map(served, _TYPES) if file.name == name), None)


def _script() -> str:
    """The files of the script, in one scope that nothing else of the page reaches."""
    parts = [(_FOLDER / "script" / f"{name}.js").read_text("utf-8") for name in _SCRIPT]
    return '"use strict";\n(function () {\n' + "\n".join(parts) + "})();\n"


def _colours() -> str:
    """The palette's colours as variables of the style sheet, by whether the phone is dark."""
    light, dark = _inks(palette.LIGHT, dark=False), _inks(palette.DARK, dark=True)
    return f":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _inks(ink: Ink, *, dark: bool) -> str:
    primary = palette.PRIMARY["dark" if dark else "light"]
    colours = {
        "text": ink.text, "quiet": ink.quiet, "line": ink.line, "page": ink.page, "card": ink.card, "lane": ink.lane,
        "primary": primary, "on-primary": palette.text_on(primary), "link": palette.readable(primary, ink.card),
        "tint": palette.tint(primary, dark), "alarm": palette.readable(palette.ALARM, ink.card),
        "note": palette.tint(palette.OCHRE, dark),
        **{f"emotion{place}": palette.readable(colour, ink.lane, 3) for place, colour in enumerate(palette.EMOTIONS.values())},
    }  # fmt: skip
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())
