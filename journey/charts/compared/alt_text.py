"""What the comparison of two funnels shows, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Sequence

from journey.charts.compared.layout import Named, compared_layout
from journey.model import Language
from journey.numbers.comparison import StepComparison
from journey.texts import text


def compared_alt(first: Named, second: Named, comparisons: Sequence[StepComparison], language: Language) -> str:
    """For each transition both rates, and the difference or that none can be claimed."""
    if not comparisons:
        return text("charts.compared.none", language, first=first[0], second=second[0])
    told = [text("charts.compared.alt", language, first=first[0], second=second[0])]
    for row in compared_layout(first, second, comparisons, language).rows:
        sentence = row.step.difference.words(language, first[0], second[0])
        told.append(text("charts.compared.alt_step", language, step=row.way, sentence=sentence))
    return " ".join(told)
