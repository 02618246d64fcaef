"""What is on the slides, a line each: the true order of the deck, without its file."""

from itertools import groupby

from journey.model import Language, Workshop
from journey.take_home.slides.deck import slides_of
from journey.take_home.takeaway import Takeaway


def outline(workshop: Workshop, language: Language) -> str:
    """The titles of the slides with their numbers; of a title that goes on over several slides the first and the last."""
    numbered = enumerate((slide.title for slide in slides_of(Takeaway(workshop, language))), start=1)
    lines = []
    for title, held in groupby(numbered, key=lambda each: each[1].rpartition(" (")[0] or each[1]):
        first, *_, last = [number for number, _ in held] * 2
        lines.append(f"{first if first == last else f'{first}–{last}'}  {title}")
    return "\n".join(lines)
