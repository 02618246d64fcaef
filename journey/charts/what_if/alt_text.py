"""What a better step would bring, in sentences for people who hear a page instead of seeing it."""

from journey.charts.kit.wording import rate
from journey.charts.what_if.chart import figure_words
from journey.model import Language
from journey.numbers import Funnel
from journey.numbers.what_if import WhatIf
from journey.texts import text


def what_if_alt(stages: Funnel, found: WhatIf, language: Language) -> str:
    """Which step is changed how, and the number at the goal then, today and the difference, with intervals."""
    name = next(stage.name for stage in stages.stages if stage.phase_id == found.change.phase_id)
    before, after = rate(found.rate_before, language), rate(found.rate_after, language)
    return text("charts.alt.what_if", language, name=name, before=before, after=after, **figure_words(found, language))
