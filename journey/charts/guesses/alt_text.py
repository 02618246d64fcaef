"""What was guessed and measured, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Sequence

from journey.charts.guesses.chart import guess_lines
from journey.charts.kit.wording import counted, short_rate
from journey.model import Language
from journey.numbers.guesses import StepGuesses
from journey.texts import text


def guesses_alt(steps: Sequence[StepGuesses], language: Language) -> str:
    """For each step how many guesses there are and how far apart, and what was measured."""
    told = [text("charts.alt.guesses", language, count=len(steps))]
    for step in steps:
        way = text("charts.alt.guess", language, step=f"{step.before} → {step.name}", guesses=_guesses(step, language))
        told.append(". ".join([way, *guess_lines(step, language)]) + ".")
    return " ".join(told)


def _guesses(step: StepGuesses, language: Language) -> str:
    if not step.guesses:
        return text("charts.guesses.none", language)
    shares = [share for _, share in step.guesses]
    low, high = short_rate(min(shares), language), short_rate(max(shares), language)
    return text("charts.alt.guess_range", language, guesses=counted("guesses.guessed", len(shares), language),
                low=low, high=high)  # fmt: skip
