"""Each format to take home, of sixty and of 2,000 touchpoints, beside the least that its library needs for as much.

PowerPoint: the time for the same slides with as many shapes, charts and notes, made by python-pptx itself without any look.
HTML: the bytes of a page with the same style, script and words, each of these in an element of its own. The sides alternate within one run, and medians are compared.
`python -m bench.takeout [rounds]`.
"""

import gc
import sys
from collections.abc import Callable
from html import escape
from html.parser import HTMLParser
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.util import Pt

from bench.exchange import a_large_workshop, alternating
from journey.model import Language, Workshop
from journey.take_home import FORMATS, Format
from journey.take_home.slides.deck import slides_of
from journey.take_home.slides.shapes import TextShape
from journey.take_home.takeaway import Takeaway
from journey.take_home.web_page.look import script, style

SMALL, LARGE, ROUNDS = 60, 2_000, 5
MOST_TIME, MOST_BYTES = 1.5, 1.2
EXPORTS, MOST_GROWTH = 200, 0.1
FIRST_CLICK = 1.0
"""Seconds from the click to the file of the small workshop."""


def plain_slides(shapes: list[list[str]], charts: list[int]) -> bytes:
    """As many slides with as many text boxes that say the same, and charts with as many points."""
    deck = Presentation()
    for words in shapes:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        for place, said in enumerate(words):
            box: Any = slide.shapes.add_textbox(Pt(10), Pt(10 + place), Pt(100), Pt(20))
            box.text_frame.text = said
        slide.notes_slide.notes_text_frame.text = "notes"
    for points in charts:
        data = CategoryChartData()
        data.categories = list(map(str, range(points)))
        data.add_series("points", [1] * points)
        deck.slides[0].shapes.add_chart(4, Pt(10), Pt(10), Pt(300), Pt(200), data)
    target = BytesIO()
    deck.save(target)
    return target.getvalue()


def as_plain_slides(workshop: Workshop) -> Callable[[], bytes]:
    """What the deck of a workshop holds, to be made plainly."""
    slides = list(slides_of(Takeaway(workshop, Language.EN)))
    shapes = [
        ["\n".join(p.words for p in item.paragraphs) if isinstance(item, TextShape) else "-" for item in slide.items]
        for slide in slides
    ]
    charts = [max(map(len, chart.data)) for slide in slides for chart in slide.charts]
    return lambda: plain_slides(shapes, charts)


def plain_page(words: list[str]) -> bytes:
    """A page with an element for each of the words, and the same style and script."""
    looks = f"<!doctype html><style>{style()}</style><script>{script()}</script>"
    return "".join([looks, *(f"<p>{escape(each)}</p>" for each in words)]).encode()


class _Words(HTMLParser):
    """The words of a page, without those of its style and script."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        if self.lasttag not in ("style", "script"):
            self.found.append(data)


def words_of(page: bytes) -> list[str]:
    """The words of a page, a text each."""
    reader = _Words()
    reader.feed(page.decode())
    return reader.found


def ratios(touchpoints: int, rounds: int) -> None:
    """Print how long each format takes, and how it stands beside its plain counterpart."""
    workshop = a_large_workshop(touchpoints)
    plain, fresh = as_plain_slides(workshop), count()
    for ending, made in FORMATS.items():

        def ours(made: Format = made) -> bytes:
            return made.write(_another(workshop, next(fresh)), Language.EN)

        beside = [plain] if ending == "pptx" else []
        mine, *library = alternating(rounds, ours, *beside)
        data = ours()
        said = f"{ending:14} {touchpoints:5} touchpoints {mine.clock:7.3f} s {len(data) / 1e6:6.2f} MB"
        if library:
            said += _judged("time", mine.clock / library[0].clock, MOST_TIME)
        if ending == "html":
            said += _judged("bytes", len(data) / len(plain_page(words_of(data))), MOST_BYTES)
        if touchpoints == SMALL:
            said += "" if mine.clock <= FIRST_CLICK else "   TOO SLOW FOR A CLICK"
        print(said, flush=True)


def memory() -> None:
    """Print what two hundred files, each format in turn and each of another workshop of sixty touchpoints, leave in the memory of a warm
    process. Warm: every format was made three times; Typst keeps what its last files were set of."""
    workshop, formats, fresh = a_large_workshop(SMALL), list(FORMATS.values()), count()
    for made in formats * 3:
        made.write(_another(workshop, next(fresh)), Language.EN)
    before = _resident()
    for number in range(EXPORTS):
        formats[number % len(formats)].write(_another(workshop, next(fresh)), Language.EN)
    grown = _resident() / before - 1
    print(
        f"memory after {EXPORTS} files: {grown:+.1%}, at most {MOST_GROWTH:.0%}{'' if grown <= MOST_GROWTH else '   TOO MUCH'}"
    )


def _another(workshop: Workshop, number: int) -> Workshop:
    """The workshop with other words on every card: nothing that was made before is of use."""
    cards = [
        card.model_copy(update={"title": f"{card.title} {number}", "doing": f"{card.doing} {number}"})
        for card in workshop.touchpoints
    ]
    return workshop.with_collection("touchpoints", cards)


def _resident() -> int:
    """Pages of memory of this process (Linux)."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1])


def _judged(what: str, ratio: float, most: float) -> str:
    return f"   {what}: {ratio:.2f} of the plain one, at most {most}{'' if ratio <= most else '   TOO MUCH'}"


def main(rounds: int = ROUNDS) -> None:
    """Print the figures of both sizes."""
    ratios(SMALL, rounds)
    memory()
    ratios(LARGE, max(1, rounds // 3))


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
