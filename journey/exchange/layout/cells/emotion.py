"""How something feels, from −2 to +2, in its colour."""

import re
from operator import attrgetter
from typing import Any

from journey.exchange.layout.book import Book
from journey.exchange.layout.cells.choice import choice_taker
from journey.exchange.layout.cells.kind import CellKind, Show, Take, no_choice, takes
from journey.exchange.layout.labels import Labels
from journey.exchange.layout.meanings import Meanings
from journey.model import Emotion, Language
from journey.palette import EMOTIONS, text_on


class EmotionCells(CellKind):
    """A score."""

    hint = "emotion"

    def show(self, field: str, labels: Labels) -> Show:
        get = attrgetter(field)
        return lambda row: None if (emotion := get(row)) is None else int(emotion)

    def take(self, meanings: Meanings) -> Take:
        return take_emotion

    def format(self, book: Book) -> Any:
        return book.style(num_format="+0;-0;0", align="center", bold=True)

    def choices(self, book: Book) -> Any:
        return [int(emotion) for emotion in Emotion]

    def colours(self, book: Book) -> list[dict[str, Any]]:
        rules: list[dict[str, Any]] = [{"type": "blanks", "stop_if_true": True}]
        for emotion, colour in EMOTIONS.items():
            style = book.file.add_format({"bg_color": colour, "font_color": text_on(colour)})
            about = {"type": "cell", "criteria": "between", "minimum": emotion - 0.1, "maximum": emotion + 0.1}
            rules.append({**about, "format": style})
        return rules

    def fits(self, raw: Any, language: Language) -> bool:
        return takes(take_emotion, raw)


def score(emotion: int) -> str:
    """An emotion with its sign: +2, 0, -1."""
    return f"{emotion:+d}" if emotion else "0"


def take_emotion(raw: Any) -> Emotion:
    """Takes a score from -2 to 2, or its words."""
    if isinstance(raw, str):
        words = raw.strip().replace("−", "-").replace("–", "-")
        if re.fullmatch(r"[-+]?\d([.,]0+)?", words):
            raw = int(words[:2] if words[0] in "+-" else words[:1])
        else:
            return Emotion(choice_taker(Emotion)(raw))
    if isinstance(raw, bool) or not isinstance(raw, int | float) or raw not in list(Emotion):
        raise no_choice(raw)
    return Emotion(int(raw))
