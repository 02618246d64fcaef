"""What the charts of counted and guessed figures show, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Sequence

from journey.charts.guesses_chart import guess_lines
from journey.charts.what_if_chart import figure_words
from journey.charts.wording import counted, rate, short_rate
from journey.model import Language
from journey.numbers import Funnel
from journey.numbers.guesses import StepGuesses
from journey.numbers.what_if import WhatIf
from journey.texts import text


def guesses_alt(steps: Sequence[StepGuesses], language: Language, *, revealed: bool = True) -> str:
    """For each step how many guesses there are and how far apart; only once `revealed`, what was measured."""
    told = [text("charts.alt.guesses", language, count=len(steps))]
    for step in steps:
        way = text("charts.alt.guess", language, step=f"{step.before} → {step.name}", guesses=_guesses(step, language))
        told.append(". ".join([way, *(guess_lines(step, language) if revealed else [])]) + ".")
    return " ".join(told)


def _guesses(step: StepGuesses, language: Language) -> str:
    if not step.guesses:
        return text("charts.guesses.none", language)
    shares = [share for _, share in step.guesses]
    low, high = short_rate(min(shares), language), short_rate(max(shares), language)
    return text("charts.alt.guess_range", language, guesses=counted("guesses.guessed", len(shares), language),
                low=low, high=high)  # fmt: skip


def what_if_alt(stages: Funnel, found: WhatIf, language: Language) -> str:
    """Which step is changed how, and the number at the goal then, today and the difference, with intervals."""
    name = next(stage.name for stage in stages.stages if stage.phase_id == found.change.phase_id)
    figures = {"then": found.then, "now": found.today, "more": found.more}
    told = {
        key: text(f"charts.what_if.{key}", language, figure=figure_words(figure, language))
        for key, figure in figures.items()
    }
    before, after = rate(found.rate_before, language), rate(found.rate_after, language)
    return text("charts.alt.what_if", language, name=name, before=before, after=after, **told)
