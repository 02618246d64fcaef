"""How the ways of a flow are drawn: bands onward, arcs back, and what the log says about drawn relations: in the
line's style, a sign and words, never by colour alone."""

from collections import Counter
from collections.abc import Iterator

from journey.charts.flow.graph import ENTRY, Flow, FlowEdge, Told
from journey.charts.flow.layout import BandPoint, FlowLayout, PlacedBack, PlacedWay
from journey.charts.kit.canvas import Datum, dashes, shape_datum
from journey.charts.kit.glyphs import CHECK, CROSS, MINUS, PLUS, circle, moved
from journey.palette import EMOTIONS, ink, mixed, phase_colour, readable

DASHES = {Told.CONFIRMED: (), Told.MISSING: (7, 4), Told.CONTRADICTED: (), Told.UNSEEN: (1, 5)}
SIGNS = {Told.CONFIRMED: CHECK, Told.MISSING: PLUS, Told.CONTRADICTED: CROSS, Told.UNSEEN: MINUS}
SIGN = 7
"""The radius of a sign's disc."""
LOUD = EMOTIONS[min(EMOTIONS)]
_EASED = tuple((u, u * u * (3 - 2 * u)) for u in (0.0, 0.12, 0.25, 0.4, 0.5, 0.6, 0.75, 0.88, 1.0))
"""The course of a band between two columns: how far along, how far up or down; flat at both ends."""
_ROUND = tuple((place / 16, (1 - abs(1 - place / 8) ** 3) ** (1 / 3)) for place in range(17))
"""The course of an arc: how far along, how deep."""


def eased(points: tuple[BandPoint, ...]) -> Iterator[BandPoint]:
    """The corners of a band with smooth turns between the columns."""
    for place in range(0, len(points) - 1, 2):
        (x, upper, lower), (x2, upper2, lower2) = points[place], points[place + 1]
        for along, down in _EASED:
            yield x + (x2 - x) * along, upper + (upper2 - upper) * down, lower + (lower2 - lower) * down


def band(way: PlacedWay, flow: Flow, dark: bool, **told: str) -> list[Datum]:
    """A band's points; ways that nobody took have no band."""
    if not way.edge.count:
        return []
    paint = {"f": pale(way.edge, flow, dark), "g": key(way.edge), **told}
    return [{"x": round(x, 4), "y": round(y, 1), "Y": round(low, 1), **paint} for x, y, low in eased(way.points)]


def arc(back: PlacedBack, flow: Flow, dark: bool) -> list[Datum]:
    """An arc's points from its source down and up to its target; it ends below the arrow's point."""
    style = {"g": key(back.edge), **_line(back.edge, flow, dark, back.thickness)}
    (x, y), (x2, y2) = back.start, (back.end[0], back.end[1] + 7)
    return [
        {"x": round(x + (x2 - x) * along, 4), "y": round(at + (back.low - at) * deep, 1), "n": n, **style}
        for n, (along, deep) in enumerate(_ROUND)
        for at in [y + (y2 - y) * (along > 0.5)]
    ]


def outlines(layout: FlowLayout, flow: Flow, dark: bool) -> list[Datum]:
    """The edges of bands that stand beside drawn relations; thin bands have one line along their middle."""
    found: list[Datum] = []
    for way in layout.ways:
        if way.edge.told is None:
            continue
        thin = way.thickness < 4
        style = _line(way.edge, flow, dark, max(2.0, way.thickness) if thin else 2.0)
        for side in ("middle",) if thin else ("upper", "lower"):
            for n, (x, upper, lower) in enumerate(eased(way.points)):
                y = {"upper": upper, "lower": lower, "middle": (upper + lower) / 2}[side]
                found.append({"x": round(x, 4), "y": round(y, 1), "n": n, "g": key(way.edge) + side, **style})
    return found


def arrows(layout: FlowLayout, flow: Flow, dark: bool) -> list[Datum]:
    """The points of the arcs."""
    return [shape_datum(*back.end, "M0,1L6,9L-6,9Z", strong(back.edge, flow, dark)) for back in layout.backs]


def signs(layout: FlowLayout, flow: Flow, dark: bool) -> list[Datum]:
    """A disc with a sign on each way that stands beside a drawn relation: before its target, on its lane, or at the
    lowest point of its arc. Neighbours stand side by side."""
    found: list[Datum] = []
    here: Counter[tuple[str, int]] = Counter()
    for way in layout.ways:
        if way.edge.told is None:
            continue
        lane = len(way.points) > 2
        spot = (way.edge.source if lane else way.edge.target, len(way.points))
        here[spot] += 1
        x, upper, lower = way.points[1 if lane else -1]
        dx = 10 + 17 * (here[spot] - 1) % 68 if lane else 3 - SIGN - 15 * ((here[spot] - 1) % 2)
        found += sign((x, (upper + lower) / 2), way.edge.told, strong(way.edge, flow, dark), dark, dx)
    for back in layout.backs:
        if back.edge.told:
            middle = (back.start[0] + back.end[0]) / 2
            found += sign((middle, back.low), back.edge.told, strong(back.edge, flow, dark), dark)
    return found


def sign(place: tuple[float, float], told: Told, colour: str, dark: bool, dx: float = 0) -> list[Datum]:
    """A disc and the sign in it, dx pixels to the right of its place."""
    page = ink(dark).page
    return [
        shape_datum(*place, circle(SIGN, dx), page, stroke=colour, width=1.5),
        shape_datum(*place, moved(SIGNS[told], dx), "transparent", stroke=colour, width=1.75),
    ]


def pale(edge: FlowEdge, flow: Flow, dark: bool) -> str:
    """The colour of a band: its source's, pale."""
    page = ink(dark).page
    return readable(mixed(_colour(edge, flow, dark), page, 0.5 if dark else 0.6), page, 1.8)


def strong(edge: FlowEdge, flow: Flow, dark: bool) -> str:
    """The colour of a way's lines and sign: its source's, loud where the log contradicts."""
    hue = LOUD if edge.told is Told.CONTRADICTED else _colour(edge, flow, dark)
    return readable(hue, ink(dark).page, 3)


def key(edge: FlowEdge) -> str:
    """What tells a way from all others."""
    return f"{edge.source}>{edge.target}"


def _colour(edge: FlowEdge, flow: Flow, dark: bool) -> str:
    return ink(dark).quiet if edge.source == ENTRY else phase_colour(flow.column_of[edge.source])


def _line(edge: FlowEdge, flow: Flow, dark: bool, width: float) -> Datum:
    dash = DASHES[edge.told] if edge.told else ()
    return {"s": strong(edge, flow, dark), "w": round(width, 1), "d": dashes(dash)}
