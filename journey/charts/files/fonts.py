"""Which font draws which character in a file: Source Sans from its package, so that files look like the screen, and the
fonts of this machine for what it lacks."""

import os
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import font_source_sans_pro
import uharfbuzz as hb

FOLDER = Path(font_source_sans_pro.font_directory)
FAMILY = "Source Sans Pro"
"""The name under which Typst finds the font in FOLDER."""
_FILES = {(False, False): "Regular", (True, False): "Bold", (False, True): "It", (True, True): "BoldIt"}
_SYSTEM = {
    "win32": (os.path.expandvars(r"%WINDIR%\Fonts"), os.path.expandvars(r"%LOCALAPPDATA%\Microsoft\Windows\Fonts")),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
}
_UNIX = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
_UNUSUAL = (
    "bold",
    "ital",
    "obli",
    "light",
    "thin",
    "black",
    "medi",
    "cond",
    "narr",
    "mono",
    "serif",
    "extra",
    "looped",
)
_EMBOLDENED = 0.022
"""How much a font without a bold face is thickened, in font sizes."""


@dataclass(frozen=True, eq=False)
class Typeface:
    """A font in one weight. `scale` makes its units font sizes."""

    font: hb.Font
    scale: float

    @cached_property
    def in_colour(self) -> bool:
        """Whether its characters are small pictures."""
        return bool(self.font.face.has_color_png)

    def has(self, characters: str) -> bool:
        """Whether every character that can be seen is in the font."""
        return all(self.font.get_nominal_glyph(ord(one)) or _unseen(one) for one in characters)


@cache
def usual(bold: bool, italic: bool) -> Typeface:
    """Source Sans."""
    return _opened(FOLDER / f"SourceSansPro-{_FILES[bold, italic]}.otf", False)


@cache
def typeface(cluster: str, bold: bool, italic: bool) -> Typeface | None:
    """The font that draws a character with its marks; None where no font of this machine has it."""
    first = usual(bold, italic)
    if first.has(cluster):
        return first
    upright = usual(bold, False)
    return upright if upright.has(cluster) else next(_fallbacks(cluster, bold), None)


def can_draw(character: str) -> bool:
    """Whether any font has a character."""
    return typeface(character, False, False) is not None


def font_folders() -> tuple[Path, ...]:
    """Where all these fonts lie: the package's folder, and those of this machine."""
    return (FOLDER, *(folder for folder in _system_folders() if folder.is_dir()))


def _fallbacks(cluster: str, bold: bool) -> Iterator[Typeface]:
    picture = unicodedata.category(cluster[0]) == "So"
    for path in sorted(_installed(), key=lambda path: "emoji" not in path.stem.casefold()) if picture else _installed():
        try:
            found = _opened(path, bold)
        except (OSError, hb.HarfBuzzError):
            continue
        if found.has(cluster):
            yield found


@cache
def _installed() -> tuple[Path, ...]:
    """The fonts of this machine, plain ones first."""
    files = (
        path
        for folder in _system_folders()
        for path in folder.rglob("*")
        if path.suffix.lower() in {".ttf", ".otf", ".ttc"}
    )
    return tuple(sorted(files, key=_rank))


def _system_folders() -> tuple[Path, ...]:
    return tuple(Path(folder).expanduser() for folder in _SYSTEM.get(sys.platform, _UNIX))


def _rank(path: Path) -> tuple[int, bool, int, str]:
    name = path.stem.casefold()
    return sum(word in name for word in _UNUSUAL), "sans" not in name, len(name), name


@cache
def _opened(path: Path, emboldened: bool) -> Typeface:
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    font = hb.Font(face)
    if emboldened:
        font.synthetic_bold = (_EMBOLDENED, _EMBOLDENED, False)
    return Typeface(font, 1 / face.upem)


def _unseen(character: str) -> bool:
    """Joiners, directions, and what only chooses a variant."""
    return unicodedata.category(character) in {"Cf", "Cc"} or "\ufe00" <= character <= "\ufe0f"
