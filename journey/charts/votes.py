"""A vote as bars of dots: a dot for each vote, most first; options with equally many share a place and say so."""

from collections.abc import Mapping, Sequence
from typing import Any

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, shape_datum, text_datum
from journey.charts.kit.glyphs import circle
from journey.charts.kit.text_block import Box, block
from journey.charts.kit.tooltips import tooltips
from journey.live import OptionVotes
from journey.model import Language
from journey.palette import PRIMARY, ink, mixed, readable
from journey.texts import number, text

MOST = 20
"""More options than this are not drawn; the alternative text has them all."""
ROW, BAR = 12.0, 20.0
_VALUE = 190
FEWEST, CROWDED = 16, 44
"""Dots are as far apart as of at least so many in a row; more than these are smaller."""
RADIUS, SMALLER = 9.0, 4.0


def votes_chart(
    votes: Sequence[OptionVotes], words: Mapping[str, str], language: Language, *, dark: bool
) -> LayeredChart:
    """Draw the votes; hands that were shown are lighter than dots from phones. `words` are by option."""
    shown = votes[:MOST]
    most = max((one.votes for one in shown), default=0) or 1
    dots, tracks, texts = list[Datum](), list[Datum](), list[Datum]()
    y = 2.0
    for one in shown:
        name = block(
            words.get(one.option) or text("charts.map.untitled", language), 0, y, 640, size=16, bold=True, most=2
        )
        texts.append(text_datum(name, ink(dark).text))
        top = name.box.bottom + 3
        tracks.append(box_datum(Box(0, top, 1, BAR), ink(dark).lane, radius=4))
        told = {"t": words.get(one.option, ""), "d": _said(one, language)}
        dots += _row(one, top, most, told, dark=dark)
        said = block(_said(one, language), 0, top + 1, _VALUE - 12, size=15, bold=bool(one.votes))
        texts.append({**text_datum(said, ink(dark).text), "x": 1, "o": 10})
        y = top + BAR + ROW
    if any(one.hands for one in shown):
        note = block(text("charts.votes.hands", language), 0, y, 640, size=14, most=1)
        texts.append(text_datum(note, ink(dark).quiet))
        y = note.box.bottom + 2
    across = canvas.shares(0, (110, _VALUE))
    layers = [
        canvas.boxes(tracks, across=across),
        canvas.shapes(dots, tooltips(language), across=across),
        canvas.texts(texts, across=across),
    ]
    return canvas.drawing(layers, y)


def votes_alt(votes: Sequence[OptionVotes], words: Mapping[str, str], language: Language) -> str:
    """Every option with its votes and its place."""
    told = [text("charts.alt.votes", language)]
    for one in votes:
        told.append(f"{words.get(one.option) or text('charts.map.untitled', language)}: {_said(one, language)}.")
    return " ".join(told)


def _row(one: OptionVotes, top: float, most: int, told: Mapping[str, Any], *, dark: bool) -> list[Datum]:
    solid = readable(PRIMARY["dark" if dark else "light"], ink(dark).lane, 3)
    pale, room = mixed(solid, ink(dark).lane, 0.45), 1 / max(most, FEWEST)
    dot = circle(RADIUS if most <= CROWDED else SMALLER)
    return [
        shape_datum((place + 0.5) * room, top + BAR / 2, dot, solid if place < one.dots else pale, **told)
        for place in range(one.votes)
    ]


def _said(one: OptionVotes, language: Language) -> str:
    """How many, and which place; without a place where none is given."""
    votes = number(one.votes, language)
    if not one.place or not one.votes:
        return votes
    key = "charts.votes.tied" if one.tied else "charts.votes.place"
    return text(key, language, votes=votes, place=number(one.place, language))
