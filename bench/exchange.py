"""Export and import of a workshop with 20,000 touchpoints, beside openpyxl's fast modes on the very same cells.

The two sides alternate within one run, and medians are compared, so that a slow moment of the machine falls on both.
CPU time counts child processes too. `python -m bench.exchange [touchpoints] [rounds]`.
"""

import resource
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import openpyxl

from journey.exchange import read_workbook, write_workbook
from journey.model import Channel, Emotion, Frame, Language, Persona, Touchpoint, Workshop
from journey.phases import model_of

TOUCHPOINTS, ROUNDS = 20_000, 3
Rows = dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True)
class Spent:
    """The median seconds of several runs: by the clock, and on processors."""

    clock: float
    processor: float


def a_large_workshop(count: int) -> Workshop:
    """A workshop whose every text column is filled and different in each row."""
    frame = Frame(id="bench", title="Bench", language=Language.EN)
    phases = model_of(Workshop(frame=frame), Language.EN).phases
    people = tuple(Persona(id=f"p{n}", rank=n, name=name) for n, name in enumerate(("Alma", "Bert", "Chris")))
    channels = list(Channel)
    touchpoints = tuple(
        Touchpoint(
            id=f"01jdtouchpoint{n:012d}",
            rank=float(n),
            title=f"Touchpoint {n}",
            phase=phases[n % len(phases)].id,
            channel=channels[n % len(channels)],
            place=f"Place {n}",
            personas=(people[n % 3].id, people[(n + 1) % 3].id),
            doing=f"Compares three offers, the {n}th time this year",
            thinking=f"Thinks that {n} is a large number",
            asking=f"Who helps me with number {n}?",
            emotion=Emotion(n % 5 - 2),
            pain_points=f"Too slow ({n})\nToo expensive ({n})",
            content=f"Checklist {n}",
            call_to_action=f"Download {n}",
            moment_of_truth=n % 7 == 0,
            owner=f"Team {n % 40}",
        )
        for n in range(count)
    )
    return Workshop(frame=frame, personas=people, touchpoints=touchpoints)


def plain_read(data: bytes) -> Rows:
    """Every cell of a workbook, by openpyxl's read_only mode."""
    book = openpyxl.load_workbook(BytesIO(data), read_only=True)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def plain_write(rows: Rows) -> bytes:
    """The same cells without any style, by openpyxl's write_only mode."""
    book = openpyxl.Workbook(write_only=True)
    for title, values in rows.items():
        sheet = book.create_sheet(title)
        for row in values:
            sheet.append(row)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def _processor_seconds() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def alternating(rounds: int, *works: Callable[[], object]) -> list[Spent]:
    """What each work costs, the works taking turns."""
    found: list[list[tuple[float, float]]] = [[] for _ in works]
    for _ in range(rounds):
        for place, work in enumerate(works):
            clock, processor = time.perf_counter(), _processor_seconds()
            work()
            found[place].append((time.perf_counter() - clock, _processor_seconds() - processor))
    return [Spent(*(statistics.median(column) for column in zip(*runs, strict=True))) for runs in found]


def main(count: int = TOUCHPOINTS, rounds: int = ROUNDS) -> None:
    """Print the ratios."""
    workshop = a_large_workshop(count)
    data = write_workbook(workshop, Language.EN)
    if read_workbook(data, Language.EN).workshop != workshop:
        raise SystemExit("the workbook does not come back")
    rows = plain_read(data)
    cells = sum(value is not None for values in rows.values() for row in values for value in row)
    print(f"{count} touchpoints, {cells} cells, {len(data) / 1e6:.1f} MB, medians of {rounds}")
    write, plain_w, read, plain_r = alternating(
        rounds,
        lambda: write_workbook(workshop, Language.EN),
        lambda: plain_write(rows),
        lambda: read_workbook(data, Language.EN),
        lambda: plain_read(data),
    )
    for name, ours, plain in (("export / write_only", write, plain_w), ("import / read_only", read, plain_r)):
        print(
            f"{name:20} {ours.clock / plain.clock:5.2f} by the clock ({ours.clock:.2f} / {plain.clock:.2f} s), "
            f"{ours.processor / plain.processor:5.2f} by processors"
        )
    small = a_large_workshop(60)
    (usual,) = alternating(5, lambda: write_workbook(small, Language.EN))
    print(f"{'60 touchpoints':20} {usual.clock:5.2f} s to export")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
