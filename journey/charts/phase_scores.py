"""The self-audit's points as bars: a phase below the other, 0 to 100, with what the colour means in words."""

from collections.abc import Mapping

from journey.audit import Score
from journey.audit.told import LIGHTS, points_words
from journey.charts.kit import canvas
from journey.charts.kit.canvas import Datum, LayeredChart, box_datum, text_datum
from journey.charts.kit.text_block import Box, block
from journey.model import Language
from journey.palette import ink, readable
from journey.phases import PhaseModel
from journey.texts import text

BAR, ROW = 14.0, 12.0
_SAID, _NAME = 300, 400


def phase_scores_chart(
    judged: Mapping[str, Score], model: PhaseModel, language: Language, *, dark: bool
) -> LayeredChart:
    """Draw the points of each phase, in phase order; one of which nothing is known has no bar."""
    boxes, texts = list[Datum](), list[Datum]()
    y = 2.0
    for phase, score in judged.items():
        name = block(model.phase_name(phase), 0, y, _NAME, size=15, bold=True, most=2)
        said = block(points_words(score, language), 0, y, _SAID, size=14, most=1)
        top = name.box.bottom + 3
        track = box_datum(Box(0, top, 1, BAR), ink(dark).lane, radius=4)
        boxes.append(track)
        if score.score:
            colour = readable(LIGHTS[score.colour], ink(dark).lane, 3)
            boxes.append(box_datum(Box(0, top, score.score / 100, BAR), colour, radius=4))
        texts += [text_datum(name, ink(dark).text), {**text_datum(said, ink(dark).text, align="right"), "x": 1}]
        y = top + BAR + ROW
    across = canvas.shares(0, 0)
    layers = [canvas.boxes(boxes, across=across), canvas.texts(texts, across=across)]
    return canvas.drawing(layers, y)


def phase_scores_alt(judged: Mapping[str, Score], model: PhaseModel, language: Language) -> str:
    """Every phase with its points."""
    told = (f"{model.phase_name(phase)}: {points_words(score, language)}" for phase, score in judged.items())
    return f"{text('charts.alt.phase_scores', language)} {'; '.join(told)}."
