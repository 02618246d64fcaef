"""What the emotion curves show, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Mapping

from journey.charts.emotion.layout import called, curve_lines
from journey.charts.kit.feelings import highs_and_lows
from journey.journey_map import JourneyMap
from journey.model import Language
from journey.texts import text


def emotion_curve_alt(curves: Mapping[str, JourneyMap], language: Language, *, common: str = "") -> str:
    """The highs and lows of each curve that is drawn; the name "" is everyone's, or what `common` calls it."""
    drawn = curve_lines(curves, dark=False)
    names = called(drawn, curves, text("charts.curve.everyone", language), common)
    lines = [line.name for line in drawn]
    several = text("charts.alt.curve" if len(lines) == 1 else "charts.alt.curves", language, count=len(lines))
    told = [
        text("charts.alt.curve_of", language, name=names[name],
             sentence=highs_and_lows(curves[name], language))
        for name in lines
    ]  # fmt: skip
    return " ".join([several, *told])
