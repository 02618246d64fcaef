"""Printed files beside the least that Typst needs for as much, and the workbook with its charts beside openpyxl's write-only mode.

`python -m bench.paper [ROUNDS]`: 60 and 2,000 touchpoints. Plain files take turns with ours: `plain_pages`, `plain_book`. What ours cost
beyond is their looks, and finding out what to say and what stands where. For the workbook there is a second one, of its values
alone, without any looks and charts.

Figures are medians of processor time, so that other work on the machine counts for neither; "first click" is the clock from the
click to the file on a warm server.
"""

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import count

from bench.exchange import a_large_workshop, plain_read, plain_write
from bench.plain_book import cells_of, plain_book
from bench.plain_pages import Pages, pages_of, plain_pages
from journey.exchange import write_workbook
from journey.model import Language, Workshop
from journey.paper import write_cards, write_lanes, write_poster, write_report, write_wall, write_worksheets

COUNTS, ROUNDS = (60, 2_000), 3
FIXED = ("wall", "worksheets", "lanes")
"""These are as large as a phase model, or as a wall, however many touchpoints there are."""
PRINTED: dict[str, Callable[[Workshop, Language], bytes]] = {
    "report": write_report,
    "poster": write_poster,
    "wall": write_wall,
    "worksheets": write_worksheets,
    "lanes": write_lanes,
    "cards": write_cards,
}
_FRESH = count()


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


def _print(name: str, beside: str, ours: float, least: float, most: float) -> None:
    verdict = "" if ours <= most * least else f"  more than {most}"
    print(f"{name:12} {beside:44} {ours / least:5.2f} ({ours:.3f} / {least:.3f} s){verdict}", flush=True)


def _plainly(pages: list[Pages]) -> bytes:
    return plain_pages(pages, f"Plain {next(_FRESH)}")


def _printed(workshop: Workshop, rounds: int, names: list[str]) -> None:
    for name in names:
        pages = pages_of(PRINTED[name], workshop)
        ours, least = compared(rounds, partial(_anew, PRINTED[name], workshop), partial(_plainly, pages))
        _print(name, "the same words, cells and shapes", ours, least, 1.5)


def _workbook(workshop: Workshop, rounds: int) -> None:
    data = write_workbook(workshop, Language.EN)
    write, cells = partial(_anew, write_workbook, workshop), cells_of(data)
    ours, least = compared(rounds, write, plain_book(data))
    _print("workbook", f"{cells['values']} values, {cells['looks']} looks, {cells['charts']} charts", ours, least, 1.0)
    rows = plain_read(data)
    ours, least = compared(rounds, write, partial(plain_write, rows))
    print(f"{'':12} {'the values alone':44} {ours / least:5.2f} ({ours:.3f} / {least:.3f} s)", flush=True)


def main(rounds: int = ROUNDS) -> None:
    """Print the ratios and what a first click costs."""
    for touchpoints in COUNTS:
        workshop = a_large_workshop(touchpoints)
        print(f"{touchpoints} touchpoints, medians of {rounds} by processor, beside the least of Typst and openpyxl")
        _printed(workshop, rounds, [name for name in PRINTED if name not in FIXED or touchpoints == min(COUNTS)])
        _workbook(workshop, rounds)
    sample = a_large_workshop(60)
    for name, made in {**PRINTED, "workbook": write_workbook}.items():
        started = time.perf_counter()
        _anew(made, sample)
        print(f"{name:12} first click to file, 60 touchpoints: {time.perf_counter() - started:.2f} s")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
