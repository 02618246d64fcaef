"""The contribution of channels as a picture: a row for each channel, a column for each way of counting. One scale for
all bars, so that rows and columns compare."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, text_datum
from journey.charts.kit.channel_names import channel_names
from journey.charts.kit.text_block import Block, Box, block
from journey.charts.kit.tooltips import tooltips
from journey.charts.kit.wording import counted, rate, short_rate
from journey.model import Language
from journey.numbers.log.attribution import Attribution, Model
from journey.palette import PRIMARY, ink, readable
from journey.texts import percent, text

MOST = 12
"""More channels than this are summed up in one row."""
HEAD, BAR, VALUE, ROOM, PHONE = 22, 7, 16, 318, 330
GAP = 0.014
"""Between two columns, as a share of the width."""
THINNEST = 0.003


@dataclass(frozen=True)
class ChannelRow:
    """A channel with its share of the conversions by each model, in the order of the models; None where a model
    leaves it out. `others` counts the channels in a summed row."""

    name: str
    shares: tuple[float | None, ...]
    others: int = 0

    @property
    def mean(self) -> float:
        """The mean over all models: what the rows are ordered by."""
        return sum(share or 0.0 for share in self.shares) / max(1, len(self.shares))


def channel_rows(found: Sequence[Attribution]) -> tuple[ChannelRow, ...]:
    """The channels, the largest mean share first; more than MOST are summed up."""
    names = dict.fromkeys(credit.channel for one in found for credit in one.credits)
    given = [{credit.channel: credit.share for credit in one.credits} for one in found]
    rows = [ChannelRow(name, tuple(each.get(name) for each in given)) for name in names]
    rows.sort(key=lambda row: (-row.mean, row.name))
    if len(rows) <= MOST:
        return tuple(rows)
    rest = rows[MOST - 1 :]
    shares = tuple(sum(row.shares[place] or 0.0 for row in rest) for place in range(len(found)))
    return (*rows[: MOST - 1], ChannelRow("", shares, len(rest)))


def channels_chart(found: Sequence[Attribution], language: Language, *, dark: bool) -> LayeredChart:
    """Draw what each model gives each channel, as a share of the conversions. The largest share of a row is bold; the
    row's head says between which shares the models differ. Where all six models agree there is one column."""
    rows, names = channel_rows(found), _names(found, language)
    alike = all_alike(found, language)
    shown = found[:1] if alike else found
    largest = max((share for row in rows for share in row.shares if share), default=0.0) or 1.0
    told = tooltips(language)
    boxes: list[Datum] = []
    tracks: list[Datum] = []
    words = _models(shown, language, dark, alike=alike)
    y = HEAD + 6.0
    for row in rows:
        called = channel_name(row, names, language)
        name = block(called, 0, y, 225, size=14, bold=True, italic=bool(row.others), most=2)
        low = name.box.bottom + 1
        words += _heading(row, name, language, dark, alone=alike)
        told_as = called if called == row.name or row.others else f"{called} · {row.name}"
        for place, share in enumerate(row.shares[: len(shown)]):
            room = _room(place, len(shown))
            words.append(_value(row, share, room, low, language, dark=dark))
            tracks.append(box_datum(Box(room.x, low + VALUE + 2, room.w, BAR), ink(dark).lane, radius=3))
            key = "alike" if alike else shown[place].model.value
            model = text(f"charts.channels.{key}", language)
            if share:
                bar = Box(room.x, low + VALUE + 2, max(THINNEST, room.w * share / largest), BAR)
                spoken = f"{model}: {rate(share, language)}"
                boxes.append(box_datum(bar, _hue(dark), radius=3, t=told_as, d=spoken))
        y = low + VALUE + BAR + 16
    notes, height = _notes(found, y, language, dark)
    across = canvas.shares()
    layers = [
        canvas.boxes(tracks, across=across),
        canvas.boxes(boxes, told, across=across),
        canvas.texts([*words, *notes], across=across),
    ]
    return canvas.drawing(layers, height)


def channels_alt(found: Sequence[Attribution], language: Language) -> str:
    """For each channel the shares that the models give it, and that none of them proves a cause."""
    many = "charts.alt.channels_model" if len(found) == 1 else "charts.alt.channels_models"
    told = [text("charts.alt.channels", language, models=text(many, language, count=len(found)))]
    if all_alike(found, language):
        told.append(text("charts.channels.alike", language) + ".")
    called = _names(found, language)
    names = [text(f"charts.channels.{one.model.value}", language) for one in found]
    for row in channel_rows(found):
        shares = (short_rate(share or 0.0, language) for share in row.shares)
        models = ", ".join(f"{name} {share}" for name, share in zip(names, shares, strict=True))
        name, span = channel_name(row, called, language), range_words(row, language)
        told.append(text("charts.alt.channel", language, name=name, range=span, models=models) + ".")
    return " ".join([*told, text("charts.channels.not_causal", language)])


def channel_name(row: ChannelRow, names: Mapping[str, str], language: Language) -> str:
    """A channel's name, or how many are summed up."""
    return counted("channels.others", row.others, language) if row.others else names.get(row.name, row.name)


def _names(found: Sequence[Attribution], language: Language) -> dict[str, str]:
    return channel_names(dict.fromkeys(credit.channel for one in found for credit in one.credits), language)


def all_alike(found: Sequence[Attribution], language: Language) -> bool:
    """Whether every model, and all six of them, gives every channel the same share, as shares are shown."""
    ends = (_ends(row, language) for row in channel_rows(found))
    return len(found) == len(Model) and all(low == high for low, high in ends)


def range_words(row: ChannelRow, language: Language) -> str:
    """Between which shares the models differ."""
    low, high = _ends(row, language)
    return low if low == high else text("charts.funnel.interval", language, low=low, high=high)


def _ends(row: ChannelRow, language: Language) -> tuple[str, str]:
    """The smallest and the largest share of a channel, as they are shown: what looks equal is equal."""
    shares = [share or 0.0 for share in row.shares]
    return percent(min(shares), language), percent(max(shares), language)


def _room(place: int, columns: int) -> Box:
    return Box(place / columns + (GAP / 2 if place else 0), 0, 1 / columns - GAP, 0)


def _models(found: Sequence[Attribution], language: Language, dark: bool, *, alike: bool) -> list[Datum]:
    """The columns' heads."""
    if alike:
        return [
            text_datum(block(text("charts.channels.alike", language), 0, 0, ROOM, size=12, most=1), ink(dark).quiet)
        ]
    heads = []
    for place, one in enumerate(found):
        words = text(f"charts.channels.{one.model.value}", language)
        head = block(words, 0, 0, PHONE / len(found) - 4, size=12, most=1)
        heads.append({**text_datum(head, ink(dark).quiet), "x": round(_room(place, len(found)).x, 4)})
    return heads


def _heading(row: ChannelRow, name: Block, language: Language, dark: bool, *, alone: bool) -> list[Datum]:
    if alone:
        return [text_datum(name, ink(dark).text)]
    beside = block(range_words(row, language), 0, name.y + 1, 110, size=13, most=1)
    return [text_datum(name, ink(dark).text), {**text_datum(beside, ink(dark).quiet, align="right"), "x": 1}]


def _value(row: ChannelRow, share: float | None, room: Box, y: float, language: Language, *, dark: bool) -> Datum:
    low, high = _ends(row, language)
    shown = "–" if share is None else percent(share, language)
    words = block(shown, 0, y, PHONE, size=12, bold=shown == high != low, most=1)
    return {**text_datum(words, ink(dark).text), "x": round(room.x, 4)}


def _notes(found: Sequence[Attribution], y: float, language: Language, dark: bool) -> tuple[list[Datum], float]:
    """What the figures are shares of, and what they do not prove."""
    if not found:
        return [], y
    lines = [counted("channels.conversions", found[0].conversions, language)]
    if found[0].untouched:
        lines.append(counted("channels.untouched", found[0].untouched, language))
    lines.append(text("charts.channels.not_causal", language))
    notes = []
    for line in lines:
        words = block(line, 0, y, ROOM, size=13)
        notes.append(text_datum(words, ink(dark).quiet))
        y = words.box.bottom + 2
    return notes, y + 2


def _hue(dark: bool) -> str:
    return readable(PRIMARY["dark" if dark else "light"], ink(dark).lane, 3)
