"""The page's style sheet and script, which are in the page itself, and the policy that lets nothing else run or be fetched."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from journey.audit import Colour
from journey.audit.told import LIGHTS
from journey.journey_map import LANES
from journey.palette import DARK, EMOTIONS, LIGHT, PHASES, PRIMARY, Ink, readable, text_on

_HERE = Path(__file__).parent
_STATES = {
    Colour.GREEN: ("optimum", "optimum"),
    Colour.AMBER: ("suboptimum", "sub-optimum"),
    Colour.RED: ("even-less-good", "sub-sub-optimum"),
}


@cache
def style() -> str:
    """The style sheet with the app's colours, for light and dark windows; paper is light."""
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_inks(DARK)}}}{_lanes(dark=True)}}}"
    phases = "".join(f".p{n}{{background:{each};color:{text_on(each)}}}" for n, each in enumerate(PHASES))
    felt = "".join(f".e{int(each)}{{background:{colour};color:{text_on(colour)}}}" for each, colour in EMOTIONS.items())
    return f":root{{{_inks(LIGHT)}}}{_lanes(dark=False)}{dark}{phases}{felt}{_lights()}{_short('page.css')}"


@cache
def script() -> str:
    """The script: without it everything can be read all the same."""
    return _short("page.js")


@cache
def policy() -> str:
    """Nothing may be fetched or sent, and no style or script may run but those of this page."""
    style_hash, script_hash = _hash(style()), _hash(script())
    return f"default-src 'none'; img-src data:; style-src '{style_hash}'; script-src '{script_hash}'; base-uri 'none'; form-action 'none'"


def _inks(ink: Ink) -> str:
    primary = readable(PRIMARY["light"], ink.page)
    return f"--text:{ink.text};--quiet:{ink.quiet};--line:{ink.line};--page:{ink.page};--lane:{ink.lane};--primary:{primary}"


def _lanes(*, dark: bool) -> str:
    colours = ((lane.value, spec.colour(dark)) for lane, spec in LANES.items())
    return "".join(f".{lane} td>:is(a,p){{background:{colour};color:{text_on(colour)}}}" for lane, colour in colours)


def _lights() -> str:
    """The bars of points, as Chromium and Safari call their states, and as Firefox does."""
    track = "background:var(--lane);border:1px solid var(--line);border-radius:.3rem"
    bars = "".join(
        f"meter::-webkit-meter-{each}-value{{background:{LIGHTS[colour]}}}"
        f"meter:-moz-meter-{moz}::-moz-meter-bar{{background:{LIGHTS[colour]}}}"
        for colour, (each, moz) in _STATES.items()
    )
    return f"meter{{{track}}}meter::-webkit-meter-bar{{{track}}}{bars}"


def _short(name: str) -> str:
    """A file without what only its reader in the repository needs."""
    lines = (line.strip() for line in (_HERE / name).read_text("utf-8").splitlines())
    return "\n".join(line for line in lines if line and not line.startswith(("/*", "//")))


def _hash(words: str) -> str:
    return f"sha256-{b64encode(sha256(words.encode()).digest()).decode()}"
