"""PowerPoint after a first map: priorities as a chart and a table, what changed since the last round, what became of actions."""

from datetime import date
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from journey.actions import judgement_words
from journey.editing import applied, change_of
from journey.model import Language, Workshop
from journey.priorities import Quadrant
from journey.rounds import closing, kept_now
from journey.samples import load_sample
from journey.take_home import FORMATS
from journey.take_home.slides import slides_of, write_slides
from journey.take_home.slides.priorities import shared_marks
from journey.take_home.takeaway import Takeaway
from journey.texts import text
from tests.builders import a_count, a_priority, a_touchpoint, a_workshop, an_opportunity
from tests.take_home import decks
from tests.take_home.readers import READERS

LONG = "Ein sehr langer Name mit Donaudampfschifffahrtsgesellschaft "


def many() -> Workshop:
    """Sixty priorities, every other with the longest name there can be; many share a place."""
    names = [(f"{n} {LONG * 5}" if n % 2 else f"Idee {n}")[:200] for n in range(60)]
    ideas = [an_opportunity(name, id=f"i{n}", rank=n) for n, name in enumerate(names)]
    rated = [
        a_priority(f"i{n}", id=f"r{n}", rank=n, card=f"i{n}", value_customers=n % 5 + 1, value_firm=n // 5 % 5 + 1, effort=n // 7 % 5 + 1)
        for n in range(60)
    ]  # fmt: skip
    return a_workshop(opportunities=ideas, priorities=rated)


def waiting(placed: int) -> Workshop:
    """Three pain points that were taken up: one with a value, one with nothing, and `placed` of one with both."""
    called = ["Ohne Aufwand", "Ohne alles", *["Zu langsam"] * placed]
    levels = [{"value_customers": 4, "value_firm": 4}, {}, {"value_customers": 5, "value_firm": 5, "effort": 1}]
    rated = [
        a_priority(name, id=f"p{n}", rank=n, card="t", pain=name, **held)
        for n, (name, held) in enumerate(zip(called, levels, strict=False))
    ]
    return a_workshop(touchpoints=[a_touchpoint("Kasse", id="t", pain_points="\n".join(called))], priorities=rated)


def _titled(data: bytes, title: str) -> list[Any]:
    return [slide for slide in decks.slides(data) if slide.shapes.title.text_frame.text.startswith(title)]


def _charts(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape.has_chart]


@pytest.mark.parametrize("language", Language)
def test_priorities_are_a_chart_of_true_figures_and_a_table(language: Language) -> None:
    workshop = load_sample(f"b2b-software-{language}")
    copy = Takeaway(workshop, language)
    plane, table = _titled(write_slides(workshop, language), text("paper.chapter.priorities", language))
    (frame,) = _charts(plane)
    book = openpyxl.load_workbook(BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob)).active
    assert book is not None
    drawn = {row for row in book.iter_rows(values_only=True) if isinstance(row[0], int | float)}
    assert drawn == {(one.effort, one.value) for one in copy.rated if one.quadrant}
    said = {shape.text_frame.text for shape in plane.shapes if shape.has_text_frame}
    assert {text(f"charts.priorities.{quadrant}", language) for quadrant in Quadrant} <= said
    (grid,) = (shape.table for shape in table.shapes if shape.has_table)
    assert {row.cells[1].text for row in grid.rows} >= {one.words for one in copy.rated if one.quadrant}


def test_sixty_priorities_stay_in_their_boxes_and_none_is_lost() -> None:
    workshop = many()
    plane, *tables = _titled(write_slides(workshop, Language.DE), text("paper.chapter.priorities", Language.DE))
    assert len(tables) > 1
    for shape in plane.shapes:
        if shape.has_text_frame and shape.text_frame.text:
            assert decks.too_high(shape) <= 0.5, shape.name
    grids = [shape.table for slide in tables for shape in slide.shapes if shape.has_table]
    assert all(decks.rows_too_high(grid) <= 0.5 for grid in grids)
    assert {grid.rows[0].cells[0].text for grid in grids} == {text("paper.report.place", Language.DE)}
    listed = [row.cells[1].text for grid in grids for row in list(grid.rows)[1:]]
    assert sorted(listed) == sorted(idea.title for idea in workshop.opportunities)


@pytest.mark.parametrize("placed", [0, 1])
def test_what_has_no_place_on_the_plane_yet_stands_below_in_table_and_markdown(placed: int) -> None:
    workshop, word = waiting(placed), text("paper.report.not_placed", Language.DE)
    *plane, table = _titled(write_slides(workshop, Language.DE), text("paper.chapter.priorities", Language.DE))
    assert len(plane) == placed
    rows = [[cell.text for cell in row.cells] for s in table.shapes if s.has_table for row in list(s.table.rows)[1:]]
    assert rows[placed:] == [["–", "Ohne Aufwand", word, "4,0", "–"], ["–", "Ohne alles", word, "–", "–"]]
    said = FORMATS["md"].write(workshop, Language.DE).decode()
    assert said.count(word) == 2


def test_marks_of_one_place_share_their_numbers_and_say_how_many_more_there_are() -> None:
    one, *_ = Takeaway(many(), Language.DE).rated
    marks = shared_marks([(n, one) for n in range(1, 6)])
    assert [mark.numbers for mark in marks] == ["1, 2, 3 +2"]


@pytest.mark.parametrize("language", Language)
def test_the_last_round_and_the_judged_actions_are_told_in_slides_and_markdown(language: Language) -> None:
    for sample in ("b2b-software-de", "baeckerei-de"):
        workshop = load_sample(sample)
        copy = Takeaway(workshop, language)
        assert copy.since
        told = [*copy.since.facts, *copy.since.felt, *copy.since.steps, *(titles for _, titles in copy.since.findings)]
        rated = [(one.words,) for one in copy.rated if one.quadrant]
        judged = [
            (action.title, " ".join(judgement_words(judgement, action, workshop, language).split()))
            for action, judgement in copy.judged_actions
        ]
        for ending in ("pptx", "md"):
            said = " ".join("\n".join(READERS[ending](FORMATS[ending].write(workshop, language))).split())
            missing = [
                words for row in (*told, *rated, *judged) for words in row if " ".join(words.split()) not in said
            ]
            assert missing == [], ending


def test_feelings_steps_and_findings_of_the_last_round_are_rows_and_points_of_their_own() -> None:
    phases = ("aida-plus.awareness", "aida-plus.favorability")
    counts = [
        [a_count(n, phase, id=phase) for phase, n in zip(phases, both, strict=True)] for both in ((900, 90), (900, 300))
    ]
    once = a_workshop(touchpoints=[a_touchpoint("Kasse", id="kasse", emotion=-2)], counts=counts[0])
    change = change_of(closing(once, "Frühjahr", date(2026, 3, 5), kept_now(once, Language.DE)))
    assert change
    better = a_touchpoint("Kasse", id="kasse", emotion=1)
    workshop = (
        applied(once, change).with_collection("touchpoints", (better,)).with_collection("counts", tuple(counts[1]))
    )
    told = Takeaway(workshop, Language.DE).since
    assert told
    assert told.felt
    assert told.steps
    assert told.findings
    data = write_slides(workshop, Language.DE)
    first, *tables = _titled(data, text("paper.chapter.since", Language.DE))
    grids = [shape.table for slide in tables for shape in slide.shapes if shape.has_table]
    rows = [tuple(cell.text for cell in row.cells) for grid in grids for row in list(grid.rows)[1:]]
    assert rows == [*told.felt, *told.steps]
    said = [paragraph.text for shape in first.placeholders for paragraph in shape.text_frame.paragraphs]
    for heading, titles in told.findings:
        assert {heading, *titles} <= set(said)


def test_a_first_map_has_none_of_these_slides() -> None:
    layouts = [slide.layout for slide in slides_of(Takeaway(a_workshop(touchpoints=[a_touchpoint()]), Language.DE))]
    assert not {"Chart", "Table", "Columns"} & set(layouts)
