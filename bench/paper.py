"""Printed files beside Typst's own minimal files, and the workbook with its charts beside openpyxl's write-only mode.

`python -m bench.paper [ROUNDS]`: 60 and 2,000 touchpoints. Two minimal files take turns with ours:

* *bare*: the same lines of words and as many shapes, all alike and all at fixed places. It breaks no line, seeks no place, has no
  heading, no contents, no link, and knows before what the map looks like;
* *plain* (report and poster): the same headings with contents and bookmarks, paragraphs, cells and pictures, tagged by the same
  standard, in Typst's own looks. What ours costs beyond is its looks, and finding out what to say and to draw.

The workbook's plain file has as many cells with the same values, without widths, colours, choices to pick from, comments, hidden
lists and charts. Figures are medians of processor time, so that
other work on the machine counts for neither; "first click" is the clock from the click to the file on a warm server.
"""

import json
import re
import statistics
import sys
import time
import zlib
from collections.abc import Callable
from functools import partial
from io import BytesIO
from itertools import chain, count
from typing import Any

import pypdfium2
import typst
from pypdf import PdfReader
from pypdf.generic import StreamObject

from bench.exchange import a_large_workshop, plain_read, plain_write
from journey.charts import fitted_map, journey_map_alt, journey_map_chart
from journey.charts.files import for_page
from journey.exchange import write_workbook
from journey.journey_map import journey_map
from journey.model import Language, Workshop
from journey.paper import write_cards, write_lanes, write_poster, write_report, write_wall, write_worksheets
from journey.paper.parts import Passage
from journey.paper.report import chapters_of
from journey.paper.setting import _fonts
from journey.phases import model_of

COUNTS, ROUNDS = (60, 2_000), 3
FIXED = ("wall", "worksheets", "lanes")
"""These are as large as a phase model, or as a wall, however many touchpoints there are."""
_SHAPE = re.compile(rb"(?m)^(?:f|S|B|f\*|b)$")
PRINTED: dict[str, Callable[[Workshop, Language], bytes]] = {
    "report": write_report,
    "poster": write_poster,
    "wall": write_wall,
    "worksheets": write_worksheets,
    "lanes": write_lanes,
    "cards": write_cards,
}
_MINIMAL = """
#set document(title: "Minimal")
#set page("a4", margin: 0mm)
#set text(font: "Source Sans Pro", size: 8pt)
#let (pages, shapes) = json(bytes(sys.inputs.given))
#for (number, lines) in pages.enumerate() {
  if number > 0 { pagebreak() }
  for at in range(calc.div-euclid(shapes, pages.len())) {
    place(dx: calc.rem(at, 40) * 5mm, dy: calc.rem(at, 59) * 5mm, rect(width: 4mm, height: 4mm, fill: luma(240)))
  }
  for (at, line) in lines.enumerate() { place(dx: calc.rem(at, 4) * 50mm, dy: calc.rem(at, 97) * 3mm, line) }
}
"""
_PLAIN = """
#set document(title: sys.inputs.fresh)
#set text(font: "Source Sans Pro")
#outline()
#for part in json(bytes(sys.inputs.given)) {
  if part.at(0) == "heading" { heading(level: part.at(1), part.at(2)) }
  else if part.at(0) == "words" { par(part.at(1)) }
  else if part.at(0) == "cells" { table(columns: part.at(1), ..part.at(2)) }
  else { image(bytes(part.at(1)), format: "svg", alt: part.at(2), width: 100%, height: 90%) }
}
"""
_FRESH = count()


def plain(parts: list[list[Any]]) -> bytes:
    """Typst's file of these headings, words, cells and pictures, as it looks by itself."""
    fresh = f"Plain {next(_FRESH)}"
    told = [[kind, str(said).replace("<rect", f"<!--{fresh}--><rect", 1), *more] if kind == "picture" else [kind, said, *more]
            for kind, said, *more in parts]  # fmt: skip
    given = {"given": json.dumps(told), "fresh": fresh}
    made = typst.Compiler(_PLAIN.encode(), font_paths=_fonts(), sys_inputs=given).compile(
        format="pdf", pdf_standards=["ua-1"]
    )
    assert isinstance(made, bytes)  # noqa: S101 (the wheel says less than it does)
    return made


def plain_report(workshop: Workshop) -> list[list[Any]]:
    """What the report says, without its looks."""
    parts: list[list[Any]] = []
    for chapter in chapters_of(workshop, Language.EN):
        parts.append(["heading", 1, chapter["title"]])
        for passage in chapter["parts"]:
            parts += _plainly(passage)
    return parts


def _plainly(passage: Passage) -> list[list[Any]]:
    match passage["kind"]:
        case "heading":
            return [["heading", passage["level"], passage["words"]]]
        case "paragraph":
            return [["words", passage["words"]]]
        case "table":
            return [["cells", len(passage["head"]), [*passage["head"], *chain(*passage["rows"])]]]
        case "picture":
            return [["picture", passage["svg"], passage["alt"]]]
    words = [" ".join(mark[0] for mark in passage.get("marks", ())), passage.get("quote"), passage.get("words")]
    words += [f"{name} {told}" for name, told in passage["rows"]]
    title = [["heading", passage["level"], passage["title"]]] if "title" in passage else []
    return [*title, *(["words", said] for said in words if said)]


def plain_poster(workshop: Workshop) -> list[list[Any]]:
    """The poster's drawing and its title."""
    journey = journey_map(workshop, model_of(workshop, Language.EN))
    sheet = fitted_map(journey, Language.EN, width=6_000, height=4_000, in_full=True)
    how: dict[str, Any] = {"lanes": sheet.lanes, "width": sheet.width, "in_full": True}
    drawing = for_page(journey_map_chart(journey, Language.EN, dark=False, **how))
    return [["heading", 1, workshop.frame.title], ["picture", drawing, journey_map_alt(journey, Language.EN)]]


def minimal(pages: list[list[str]], shapes: int) -> bytes:
    """Typst's file with nothing but these lines and so many shapes. The last line makes each another one: Typst remembers what
    it has set."""
    given = json.dumps([[*pages[:-1], [*pages[-1], str(next(_FRESH))]], shapes])
    compiler = typst.Compiler(_MINIMAL.encode(), font_paths=_fonts(), sys_inputs={"given": given})
    made = compiler.compile(format="pdf", pdf_standards=["1.7"])
    assert isinstance(made, bytes)  # noqa: S101 (the wheel says less than it does)
    return made


def drawn(data: bytes) -> tuple[list[list[str]], int]:
    """The lines of words on each page of a file, and how many filled or drawn shapes it has."""
    with pypdfium2.PdfDocument(data) as file:
        pages = [page.get_textpage().get_text_range().splitlines() for page in file]
    reader = PdfReader(BytesIO(data))
    streams = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    drawings = [each for each in streams if isinstance(each, StreamObject) and each.get("/Subtype") in {None, "/Form"}]
    shapes = sum(len(_SHAPE.findall(_unpacked(each))) for each in drawings)
    return pages, shapes


def _unpacked(stream: StreamObject) -> bytes:
    """What a stream holds, however long it is; nothing where it is packed otherwise."""
    try:
        return zlib.decompress(stream._data) if stream.get("/Filter") == "/FlateDecode" else stream._data
    except zlib.error:
        return b""


def _anew(write: Callable[[Workshop, Language], bytes], workshop: Workshop) -> bytes:
    """A file of the workshop with another title and another first touchpoint: no file and no picture of it is remembered."""
    fresh = f"Bench {next(_FRESH)}"
    first, *others = workshop.touchpoints
    titled = workshop.with_frame(workshop.frame.model_copy(update={"title": fresh}))
    renamed = first.model_copy(update={"title": fresh})
    return write(titled.with_collection("touchpoints", (renamed, *others)), Language.EN)


def compared(rounds: int, ours: Callable[[], object], plain: Callable[[], object]) -> tuple[float, float]:
    """The median processor seconds of both, which take turns."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for work, held in zip((ours, plain), spent, strict=True):
            started = time.process_time()
            work()
            held.append(time.process_time() - started)
    return statistics.median(spent[0]), statistics.median(spent[1])


def _print(name: str, size: str, ours: float, least: float, most: float) -> None:
    verdict = "" if ours <= most * least else f"  more than {most}"
    print(f"{name:12} {size:38} {ours / least:5.2f} ({ours:.3f} / {least:.3f} s){verdict}")


PLAINLY: dict[str, Callable[[Workshop], list[list[Any]]]] = {"report": plain_report, "poster": plain_poster}


def main(rounds: int = ROUNDS) -> None:
    """Print the ratios and what a first click costs."""
    for touchpoints in COUNTS:
        workshop = a_large_workshop(touchpoints)
        print(
            f"{touchpoints} touchpoints, medians of {rounds} by processor, beside Typst's and openpyxl's own minimal files"
        )
        for name, write in PRINTED.items():
            if name in FIXED and touchpoints > min(COUNTS):
                continue
            pages, shapes = drawn(write(workshop, Language.EN))
            ours, least = compared(rounds, partial(_anew, write, workshop), partial(minimal, pages, shapes))
            _print(name, f"bare: {sum(map(len, pages))} lines, {shapes} shapes", ours, least, 1.5)
            if name in PLAINLY:
                parts = PLAINLY[name](workshop)
                ours, least = compared(rounds, partial(_anew, write, workshop), partial(plain, parts))
                _print(name, f"plain: {len(parts)} parts", ours, least, 1.5)
        rows = plain_read(write_workbook(workshop, Language.EN))
        cells = sum(value is not None for held in rows.values() for row in held for value in row)
        ours, least = compared(rounds, partial(_anew, write_workbook, workshop), partial(plain_write, rows))
        _print("workbook", f"plain: {cells} cells", ours, least, 1.0)
    sample = a_large_workshop(60)
    for name, write in {**PRINTED, "workbook": write_workbook}.items():
        started = time.perf_counter()
        _anew(write, sample)
        print(f"{name:12} first click to file, 60 touchpoints: {time.perf_counter() - started:.2f} s")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
