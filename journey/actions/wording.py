"""A judgement in plain sentences."""

from journey.actions.aims import FigureValue, value_words
from journey.actions.judging import Judgement, Outcome, Uncertainty
from journey.model import Action, Language, Workshop
from journey.texts import number, text


def judgement_words(judgement: Judgement, action: Action, workshop: Workshop, language: Language) -> str:
    """What became of the figure: both values, the difference and its interval, why it is too early, and the aim. The
    outcome itself is `actions.outcome.<outcome>`."""
    said = [
        _values(judgement, action, workshop, language),
        _difference(judgement, language),
        _why(judgement, language),
        _aimed(judgement, action, workshop, language),
    ]
    return " ".join(sentence for sentence in said if sentence)


def _values(judgement: Judgement, action: Action, workshop: Workshop, language: Language) -> str:
    given = {"before": judgement.before, "after": judgement.after}
    words = {name: value_words(action, value, workshop, language) for name, value in given.items() if value}
    if not words:
        return ""
    key = "both" if len(words) == 2 else next(iter(words))
    if judgement.uncertainty is Uncertainty.NOT_DONE and "after" in words:
        key = "so_far" if len(words) == 2 else "now"
    return text(f"actions.values.{key}", language, **words)


def _difference(judgement: Judgement, language: Language) -> str:
    found = judgement.difference
    if found is None:
        return ""
    points, low, high = (_points(share, language) for share in (found.value, *found.interval))
    return text("actions.difference", language, points=points, low=low, high=high)


def _points(share: float, language: Language) -> str:
    """Percentage points with their sign."""
    digits = 2 if 0 < abs(share) < 0.0005 else 1
    sign = "+" if share > 0 else "−" if share < 0 else ""
    return f"{sign}{number(abs(share * 100), language, digits)}"


def _why(judgement: Judgement, language: Language) -> str:
    if judgement.uncertainty:
        return text(f"actions.uncertain.{judgement.uncertainty}", language)
    if judgement.outcome is Outcome.NOT_MOVED and judgement.difference:
        return text("actions.no_difference", language)
    return ""


def _aimed(judgement: Judgement, action: Action, workshop: Workshop, language: Language) -> str:
    if action.target is None:
        return ""
    target = value_words(action, FigureValue(action.target), workshop, language)
    key = "aimed" if judgement.reached is None else "reached" if judgement.reached else "not_reached"
    return text(f"actions.{key}", language, target=target)
