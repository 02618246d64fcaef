"""The emotion curve for a phone: touchpoints one below the other with their names, the scores as bars across."""

from journey.journey_map import Feeling, JourneyMap, MapColumn
from journey.model import Emotion
from journey.palette import EMOTIONS, phase_colour, text_on
from ui.state import session
from ui.state.words import safe, t


def feelings_list(curves: dict[str, JourneyMap]) -> str:
    """The curves of maps by persona name as HTML, "" is everyone's: who feels otherwise stands below a touchpoint."""
    own = {name: _scores(journey) for name, journey in curves.items() if name}
    phases = "".join(_phase(column, own, curves[""].numbers) for column in curves[""].columns if column.feelings)
    return f"<div class='j-felt'>{phases}</div>"


def _scores(journey: JourneyMap) -> dict[str, Emotion | None]:
    return {feeling.id: feeling.emotion for column in journey.columns for feeling in column.feelings}


def _phase(column: MapColumn, own: dict[str, dict[str, Emotion | None]], numbers: dict[str, int]) -> str:
    colour = phase_colour(column.position)
    name = safe(column.name or t("charts.map.without_phase"))
    rows = "".join(_row(feeling, own, numbers[feeling.id]) for feeling in column.feelings)
    return (
        f"<p><span class='j-chip solid' style='background:{colour};color:{text_on(colour)}'>{name}</span></p>"
        f"<ol>{rows}</ol>"
    )


def _row(feeling: Feeling, own: dict[str, dict[str, Emotion | None]], number: int) -> str:
    otherwise = [
        f"{safe(name)}: {_words(scores[feeling.id])}"
        for name, scores in own.items()
        if feeling.id in scores and scores[feeling.id] != feeling.emotion
    ]
    beside = f"<small>{'<br>'.join(otherwise)}</small>" if otherwise else ""
    title = safe(feeling.title or t("charts.map.untitled"))
    return (
        f"<li value='{number}'><b>{title}</b><span>{_words(feeling.emotion)}</span>{_bar(feeling.emotion)}{beside}</li>"
    )


def _words(emotion: Emotion | None) -> str:
    from journey.charts.kit.feelings import score

    return safe(score(emotion, session.language()))


def _bar(emotion: Emotion | None) -> str:
    """From the middle to the score; a dot in the middle for a neutral one, none where nobody scored."""
    if emotion is None:
        return "<i class='j-beam'></i>"
    left, width = 50 + min(0, emotion) * 25, abs(emotion) * 25
    return f"<i class='j-beam'><i style='left:{left}%;width:{width}%;background:{EMOTIONS[emotion]}'></i></i>"
