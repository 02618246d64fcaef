"""Printed files beside Typst's own minimal files, and the workbook with its charts beside openpyxl's write-only mode.

`python -m bench.paper [ROUNDS]`: 60 and 2,000 touchpoints. The minimal file has the same lines of words and as many shapes as
ours, all at fixed places; ours takes turns with it. Figures are medians of processor time, so that
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
from itertools import count

import pypdfium2
import typst
from pypdf import PdfReader
from pypdf.generic import StreamObject

from bench.exchange import a_large_workshop, plain_read, plain_write
from journey.exchange import write_workbook
from journey.model import Language, Workshop
from journey.paper import write_cards, write_lanes, write_poster, write_report, write_wall, write_worksheets
from journey.paper.setting import _fonts

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
_FRESH = count()


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
    """A file of the workshop with another title, so that nothing remembered helps."""
    titled = workshop.frame.model_copy(update={"title": f"Bench {next(_FRESH)}"})
    return write(workshop.with_frame(titled), Language.EN)


def compared(rounds: int, ours: Callable[[], object], plain: Callable[[], object]) -> tuple[float, float]:
    """The median processor seconds of both, which take turns."""
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for work, held in zip((ours, plain), spent, strict=True):
            started = time.process_time()
            work()
            held.append(time.process_time() - started)
    return statistics.median(spent[0]), statistics.median(spent[1])


def _print(name: str, size: str, ours: float, plain: float, most: float) -> None:
    verdict = "" if ours <= most * plain else f"  more than {most}"
    print(f"{name:12} {size:34} {ours / plain:5.2f} ({ours:.2f} / {plain:.2f} s){verdict}")


def main(rounds: int = ROUNDS) -> None:
    """Print the ratios and what a first click costs."""
    for touchpoints in COUNTS:
        workshop = a_large_workshop(touchpoints)
        print(f"{touchpoints} touchpoints, medians of {rounds} by processor, beside minimal files")
        for name, write in PRINTED.items():
            if name in FIXED and touchpoints > min(COUNTS):
                continue
            pages, shapes = drawn(write(workshop, Language.EN))
            ours, plain = compared(rounds, partial(_anew, write, workshop), partial(minimal, pages, shapes))
            _print(name, f"{sum(map(len, pages))} lines, {shapes} shapes", ours, plain, 1.5)
        rows = plain_read(write_workbook(workshop, Language.EN))
        cells = sum(value is not None for held in rows.values() for row in held for value in row)
        ours, plain = compared(rounds, partial(_anew, write_workbook, workshop), partial(plain_write, rows))
        _print("workbook", f"{cells} cells", ours, plain, 1.0)
    sample = a_large_workshop(60)
    for name, write in {**PRINTED, "workbook": write_workbook}.items():
        started = time.perf_counter()
        _anew(write, sample)
        print(f"{name:12} first click to file, 60 touchpoints: {time.perf_counter() - started:.2f} s")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
