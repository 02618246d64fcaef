"""Pictures that stand on several pages: the emotion curve and the funnel, each with its words."""

from functools import partial
from typing import Any

from journey.journey_map import JourneyMap, journey_map
from journey.model import MapState
from journey.numbers import Funnel
from ui.cards.feelings_list import feelings_list
from ui.kit import picture, style
from ui.state import log_words, session, worked_out
from ui.state.words import apart

Shown = tuple[dict[str, Any], str]
"""A chart for the screen, and what it says."""


def curve() -> Shown | None:
    """The emotion curve; None where nobody scored."""
    return worked_out.kept("curve", (session.language(), style.is_dark()), _curve)


def drawn_curve() -> picture.Drawing:
    """The emotion curve as a drawing."""
    from journey.charts import emotion_curve_chart

    return picture.drawing(emotion_curve_chart, _curves(), session.language())


def curve_list() -> str:
    """The same for a phone, as HTML; "" where nobody scored."""
    return worked_out.kept(
        "curve-list", (session.language(),), lambda: feelings_list(_curves()) if _is_scored() else ""
    )


def _curve() -> Shown | None:
    from journey.charts import emotion_curve_alt

    if not _is_scored():
        return None
    return picture.on_screen(drawn_curve()(dark=style.is_dark())), emotion_curve_alt(_curves(), session.language())


def _is_scored() -> bool:
    columns = (column for curve in _curves().values() for column in curve.columns)
    return any(feeling.emotion is not None for column in columns for feeling in column.feelings)


def _curves() -> dict[str, JourneyMap]:
    """Today's maps by persona name, "" is everyone's: what is only planned feels like nothing yet. Where all is planned,
    the plan's."""
    workshop, model = session.workshop(), session.model()
    has_today = any(touchpoint.state is not MapState.TO_BE for touchpoint in workshop.touchpoints)
    state = MapState.AS_IS if has_today else None
    names = apart({persona.id: persona.name for persona in workshop.personas})
    personas = {name: journey_map(workshop, model, persona=one, state=state) for one, name in names.items()}
    return {"": journey_map(workshop, model, state=state), **personas}


def funnel(stages: Funnel) -> Shown:
    """Any funnel, of typed counts or of a log."""
    seen = (stages, log_words.currency(), session.language(), style.is_dark())
    return worked_out.made_of("funnel", seen, partial(_funnel, stages))


def _funnel(stages: Funnel) -> Shown:
    return picture.on_screen(drawn_funnel(stages)(dark=style.is_dark())), funnel_words(stages)


def drawn_funnel(stages: Funnel) -> picture.Drawing:
    """A funnel as a drawing."""
    from journey.charts import funnel_chart

    return picture.drawing(funnel_chart, stages, session.language(), currency=log_words.currency())


def funnel_words(stages: Funnel) -> str:
    """A funnel for who cannot see it."""
    from journey.charts import funnel_alt

    return funnel_alt(stages, session.language(), currency=log_words.currency())
