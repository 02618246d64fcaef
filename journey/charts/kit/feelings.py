"""How feelings are told: a score in words, and the highs and lows of a journey."""

from collections.abc import Sequence

from journey.journey_map import Feeling, JourneyMap
from journey.model import Emotion, Language
from journey.texts import choice, text

MOST_NAMED = 3


def score(emotion: Emotion | None, language: Language) -> str:
    """A score in figures and words, with a real minus sign."""
    if emotion is None:
        return text("charts.map.not_scored", language)
    return f"{'−' if emotion < 0 else '+' if emotion > 0 else ''}{abs(emotion)} · {choice(emotion, language)}"


def highs_and_lows(journey: JourneyMap, language: Language) -> str:
    """The touchpoints of a map with the best and the worst score, and how many nobody scored; "" without touchpoints."""
    feelings = [feeling for column in journey.columns for feeling in column.feelings]
    scored = [feeling for feeling in feelings if feeling.emotion is not None]
    sentences = []
    if scored:
        ordered = sorted(scored, key=lambda feeling: feeling.emotion or 0)
        sentences.append(_extreme("charts.alt.highs", ordered[-1], scored, language))
        if ordered[0].emotion != ordered[-1].emotion:
            sentences.append(_extreme("charts.alt.lows", ordered[0], scored, language))
    if len(feelings) > len(scored):
        sentences.append(text("charts.alt.unscored", language, count=len(feelings) - len(scored)))
    return " ".join(sentences)


def _extreme(key: str, like: Feeling, scored: Sequence[Feeling], language: Language) -> str:
    untitled = text("charts.map.untitled", language)
    titles = [feeling.title or untitled for feeling in scored if feeling.emotion == like.emotion]
    named = ", ".join(titles[:MOST_NAMED])
    if len(titles) > MOST_NAMED:
        named = text("charts.alt.and_more", language, titles=named, count=len(titles) - MOST_NAMED)
    return text(key, language, score=score(like.emotion, language), titles=named)
