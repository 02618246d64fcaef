"""What everybody in the room feels, as a file: below the picture stands which curve is whose, as the page says it beside."""

from collections.abc import Sequence

from journey.charts.felt.chart import felt_chart, hues_of
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, rule_datum, text_datum
from journey.charts.kit.text_block import block
from journey.live import Exercise, FeltSpread
from journey.model import Language
from journey.palette import ink

_BESIDE, _LINE, _DASH = 3, 26.0, 24.0
_MARGIN = 8.0


def felt_picture(spreads: Sequence[FeltSpread], exercise: Exercise, language: Language, *, dark: bool) -> LayeredChart:
    """Draw the scores of the room (`felt_chart`) with the names of the personas whose curves there are."""
    chart = felt_chart(spreads, exercise, language, dark=dark, wide=True)
    names = {one.id: one.words for one in exercise.personas}
    dashes, texts = list[Datum](), list[Datum]()
    hues = hues_of(spreads, dark=dark)
    width = (canvas.PRINTED - 2 * _MARGIN) / _BESIDE
    for place, (persona, hue) in enumerate(hues.items()):
        row, column = divmod(place, _BESIDE)
        x, y = _MARGIN + column * width, chart.height + _LINE * (row + 0.5)
        dashes.append(rule_datum((x, y), (x + _DASH, y), hue, width=3))
        words = block(names[persona], x + _DASH + 8, y - 9, width - _DASH - 20, size=14, most=1)
        texts.append(text_datum(words, ink(dark).text))
    if not hues:
        return chart
    height = chart.height + _LINE * -(-len(hues) // _BESIDE)
    return canvas.drawing([*chart.layers, canvas.rules(dashes), canvas.texts(texts)], height)
