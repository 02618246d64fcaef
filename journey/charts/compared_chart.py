"""Two funnels compared as a picture: on a scale for each transition both step rates, then what can be claimed."""

from collections.abc import Sequence

import altair as alt

from journey.model import Language
from journey.numbers.comparison import StepComparison
from journey.numbers.funnel import Funnel


def compared_chart(
    first: tuple[str, Funnel],
    second: tuple[str, Funnel],
    comparisons: Sequence[StepComparison],
    language: Language,
    *,
    dark: bool,
    width: int | None = None,
) -> alt.LayerChart:
    """Draw both step rates of every transition with their intervals, and the difference in words."""
    raise NotImplementedError
