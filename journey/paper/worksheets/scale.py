"""The five feelings, to be ticked on paper."""

from journey.model import Emotion, Language
from journey.palette import EMOTIONS
from journey.texts import choice


def scale(language: Language) -> list[dict[str, object]]:
    """From very bad to very good: figure, words, colour and value."""
    return [
        {
            "figure": f"{'−' if emotion < 0 else '+' if emotion > 0 else ''}{abs(emotion)}",
            "words": choice(emotion, language),
            "colour": EMOTIONS[emotion],
            "value": int(emotion),
        }
        for emotion in sorted(Emotion)
    ]
