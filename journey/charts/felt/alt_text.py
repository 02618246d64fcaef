"""What a room feels, in sentences for people who hear a page instead of seeing it."""

from collections.abc import Sequence

from journey.live import Exercise, FeltSpread
from journey.model import Emotion, Language
from journey.texts import choice, number, text


def felt_alt(spreads: Sequence[FeltSpread], exercise: Exercise, language: Language) -> str:
    """For each touchpoint the median, and how many gave which score."""
    words = {option.id: option.words for option in (*exercise.options, *exercise.personas)}
    told = [text("charts.alt.felt", language)]
    for one in spreads:
        name = words[one.touchpoint] + (f" ({words[one.persona]})" if one.persona else "")
        scores = ", ".join(
            f"{choice(Emotion(value), language)} {number(people, language)}"
            for value, people in one.counts.items()
            if people
        )
        median = number(one.median, language).replace("-", "\N{MINUS SIGN}")
        told.append(text("charts.alt.felt_at", language, name=name, median=median, scores=scores))
    return " ".join(told)
