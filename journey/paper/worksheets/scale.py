"""The five feelings, to be ticked on paper, as a drawing."""

from journey.charts.files.fonts import FAMILY
from journey.charts.kit.feelings import score
from journey.model import Emotion, Language
from journey.palette import EMOTIONS, LIGHT, text_on
from journey.texts import choice


def figure(emotion: Emotion) -> str:
    """A score in figures alone, with a real minus sign."""
    return f"{'−' if emotion < 0 else '+' if emotion > 0 else ''}{abs(emotion)}"


def scale(language: Language) -> dict[str, dict[str, str]]:
    """The drawing of all five from very bad to very good, by the one that is chosen in it ("" for none), and its words: what was
    chosen, else what there is to choose."""
    every = ", ".join(f"{figure(emotion)} {choice(emotion, language)}" for emotion in sorted(Emotion))
    chosen = {str(int(emotion)): {"svg": _drawing(emotion), "alt": score(emotion, language)} for emotion in Emotion}
    return {"": {"svg": _drawing(None), "alt": every}, **chosen}


def _drawing(chosen: Emotion | None) -> str:
    """Six times as wide as high; circles one and a quarter of their size apart."""
    circles = "".join(
        f'<circle cx="{5 + 12.5 * place}" cy="5" r="4.75" stroke="{EMOTIONS[emotion]}" stroke-width="0.5"'
        f' fill="{EMOTIONS[emotion] if emotion is chosen else "none"}"/>'
        f'<text x="{5 + 12.5 * place}" y="6.2" fill="{text_on(EMOTIONS[emotion]) if emotion is chosen else LIGHT.text}">'
        f"{figure(emotion)}</text>"
        for place, emotion in enumerate(sorted(Emotion))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 10" width="60" height="10">'
        f'<g font-family="{FAMILY}" font-weight="bold" font-size="3.6" text-anchor="middle">{circles}</g></svg>'
    )
