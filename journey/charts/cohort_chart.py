"""The cohort table as a picture: a row for each period of first contact, a column for each period later."""

from collections.abc import Sequence

import altair as alt

from journey.model import Language
from journey.numbers.log.periods import Unit
from journey.numbers.log.trends import Cohort


def cohort_chart(
    cohorts: Sequence[Cohort], language: Language, *, dark: bool, unit: Unit, width: int | None = None
) -> alt.LayerChart:
    """Draw which share of each cohort had reached the target so many periods later."""
    raise NotImplementedError
