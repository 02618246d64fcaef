"""The slides of what changed since the round that was closed last."""

from collections.abc import Iterator

from journey.palette import LIGHT, PRIMARY
from journey.rounds import SinceRound
from journey.take_home.slides.layouts import place_of
from journey.take_home.slides.lists import largest, slides_in_turn
from journey.take_home.slides.measuring import Paragraph
from journey.take_home.slides.slide import DeckSlide, paged
from journey.take_home.slides.tables import table_slides
from journey.take_home.takeaway import Takeaway
from journey.texts import day, text

_NOTES = "takehome.slides.since_notes"


def since_slides(copy: Takeaway) -> list[DeckSlide]:
    """Points, cards and findings at a glance, then a table of feelings and one of the steps; none before the first round."""
    told = copy.since
    if told is None:
        return []
    notes, (older, today) = text(_NOTES, copy.language), told.called
    said = {
        name: text(f"rounds.{name}", copy.language)
        for name in ("feelings", "steps", "touchpoint", "difference", "step", "verdict")
    }
    felt = (said["touchpoint"], older, today, said["difference"])
    steps = (said["step"], older, today, said["verdict"])
    return [
        *_at_a_glance(told, copy),
        *table_slides(_titled(said["feelings"], copy), felt, told.felt, copy, shares=(5, 2.4, 2.4, 1.6), notes=notes),
        *table_slides(_titled(said["steps"], copy), steps, told.steps, copy, shares=(4, 1.6, 1.6, 5), notes=notes),
    ]


def _titled(part: str, copy: Takeaway) -> str:
    return f"{text('paper.chapter.since', copy.language)}: {part}"


def _at_a_glance(told: SinceRound, copy: Takeaway) -> list[DeckSlide]:
    """Points and cards at the left, what the critic finds at the right."""
    left, right = (place_of("Columns", index).box for index in (1, 2))

    def poured(size: float) -> list[list[list[Paragraph]]]:
        columns = (paged(list(_facts(told, copy, size)), [left]), paged(list(_findings(told, copy, size)), [right]))
        count = max(map(len, columns))
        return [[column[n][0] if n < len(column) else [] for column in columns] for n in range(count)]

    return slides_in_turn("Columns", text("paper.chapter.since", copy.language), largest(poured), copy, _NOTES)


def _facts(told: SinceRound, copy: Takeaway, size: float) -> Iterator[Paragraph]:
    closed = day(told.round.closed, copy.language)
    compared = text("paper.report.since", copy.language, round=told.called[0], day=closed)
    yield Paragraph(compared, size - 2, colour=LIGHT.quiet)
    if not told.is_anything:
        yield Paragraph(text("rounds.nothing_changed", copy.language), size, before=12)
    for name, said in told.facts:
        yield Paragraph(name, size - 2, bold=True, colour=LIGHT.quiet, before=12)
        yield Paragraph(said, size + 2, bold=True, before=1)


def _findings(told: SinceRound, copy: Takeaway, size: float) -> Iterator[Paragraph]:
    if told.findings:
        yield Paragraph(text("rounds.said", copy.language), size, bold=True, colour=PRIMARY["light"])
    for name, titles in told.findings:
        yield Paragraph(name, size - 2, bold=True, colour=LIGHT.quiet, before=12)
        yield from (Paragraph(title, size - 1, before=3, bullet=True) for title in titles)
