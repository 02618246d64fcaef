"""Pictures that stand on several pages: the emotion curve and the funnel, each with its words."""

from functools import partial
from typing import Any

from journey.journey_map import journey_map
from journey.numbers import Funnel
from ui.kit import picture, style
from ui.state import session, worked_out

Shown = tuple[dict[str, Any], str]
"""A chart for the screen, and what it says."""


def curve() -> Shown | None:
    """The emotion curve; None where nobody scored."""
    return worked_out.kept("curve", (session.language(), style.is_dark()), _curve)


def _curve() -> Shown | None:
    from journey.charts import emotion_curve_alt, emotion_curve_chart

    workshop, model, language = session.workshop(), session.model(), session.language()
    common = journey_map(workshop, model)
    if not any(feeling.emotion is not None for column in common.columns for feeling in column.feelings):
        return None
    curves = {"": common, **{p.name or p.id: journey_map(workshop, model, persona=p.id) for p in workshop.personas}}
    chart = emotion_curve_chart(curves, language, dark=style.is_dark())
    return picture.on_screen(chart), emotion_curve_alt(curves, language)


def funnel(stages: Funnel) -> Shown:
    """Any funnel, of typed counts or of a log."""
    return worked_out.kept("funnel", (stages, session.language(), style.is_dark()), partial(_funnel, stages))


def _funnel(stages: Funnel) -> Shown:
    return picture.on_screen(drawn_funnel(stages)(dark=style.is_dark())), funnel_words(stages)


def drawn_funnel(stages: Funnel) -> picture.Drawing:
    """A funnel as a drawing."""
    from journey.charts import funnel_chart

    return picture.drawing(funnel_chart, stages, session.language(), currency=session.workshop().frame.currency)


def funnel_words(stages: Funnel) -> str:
    """A funnel for who cannot see it."""
    from journey.charts import funnel_alt

    return funnel_alt(stages, session.language(), currency=session.workshop().frame.currency)
