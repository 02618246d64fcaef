"""What cohorts and compared funnels show, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Sequence

from journey.charts.cohort_chart import cohort_name, later_words
from journey.charts.compared_layout import Named, compared_layout
from journey.charts.wording import counted_cases, short_rate
from journey.model import Language
from journey.numbers.comparison import StepComparison
from journey.numbers.log.periods import Unit
from journey.numbers.log.trends import Cohort
from journey.texts import number, text

MOST_COHORTS = 12


def cohort_alt(cohorts: Sequence[Cohort], language: Language, unit: Unit) -> str:
    """For each of the newest cohorts its cases, and its share in the first and the last period that is over."""
    if not cohorts:
        return text("charts.cohort.none", language)
    told = [text("charts.cohort.alt", language, count=number(len(cohorts), language))]
    for cohort in cohorts[-MOST_COHORTS:]:
        over = [(later, share) for later, share in enumerate(cohort.shares[: cohort.complete]) if share is not None]
        shares = "; ".join(
            text("charts.cohort.alt_share", language, later=later_words(later, language, unit),
                 share=short_rate(share, language))
            for later, share in dict([*over[:1], *over[-1:]]).items()
        )  # fmt: skip
        name, cases = cohort_name(cohort, language, unit), counted_cases(cohort.cases, language)
        told.append(text("charts.cohort.alt_row", language, name=name, told=", ".join(filter(None, [cases, shares]))))
    return " ".join(told)


def compared_alt(first: Named, second: Named, comparisons: Sequence[StepComparison], language: Language) -> str:
    """For each transition both rates, and the difference or that none can be claimed."""
    if not comparisons:
        return text("charts.compared.none", language, first=first[0], second=second[0])
    told = [text("charts.compared.alt", language, first=first[0], second=second[0])]
    for row in compared_layout(first, second, comparisons, language).rows:
        sentence = row.step.difference.words(language, first[0], second[0])
        told.append(text("charts.compared.alt_step", language, step=row.way, sentence=sentence))
    return " ".join(told)
