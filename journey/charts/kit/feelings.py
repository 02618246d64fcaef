"""How feelings are shown and told: the look of a persona's curve, a score in words, the highs and lows of a journey."""

from collections.abc import Sequence

from journey.journey_map import Feeling, JourneyMap
from journey.model import Emotion, Language
from journey.palette import CURVES, readable
from journey.texts import choice, text

MOST_NAMED = 3


_DASHES = ((7, 4), (2, 4), (10, 3, 2, 3), (4, 2), (12, 5), (1, 3))


def look_of(place: int, ground: str) -> tuple[str, tuple[int, ...]]:
    """The colour on a ground, and the dash, of the curve of the persona at a place (from 0)."""
    return readable(CURVES[place % len(CURVES)], ground), _DASHES[place % len(_DASHES)]


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
    return text(key, language, score=score(like.emotion, language), titles=some_of(titles, language))


def some_of(titles: Sequence[str], language: Language) -> str:
    """The first titles of many, and how many more there are."""
    named = ", ".join(titles[:MOST_NAMED])
    if len(titles) > MOST_NAMED:
        return text("charts.alt.and_more", language, titles=named, count=len(titles) - MOST_NAMED)
    return named
