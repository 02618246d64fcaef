"""Pictures of the map as files, beside an earlier commit and beside the bare renderer.

`python -m bench.pictures [COMMIT]`: 60 and 200 touchpoints in twelve phases. The earlier commit is measured in a process
of its own that takes turns with ours. "bare" is what
vl-convert needs to turn the finished picture, with its words as text, into PNG. Each figure is the median of several
runs in a warm process; the ratios count, the seconds are the machine's. "first" is the first PNG of a fresh process.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from contextlib import ExitStack
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PHASES = 12
ROUNDS = {60: 3, 200: 1}
ENDINGS = ("png", "svg", "pdf")
TEXT = "Ein Satz, der zwei Zeilen auf der Karte braucht, damit es etwas zu tun gibt."


class Checkout:
    """A process with the code of one working tree, which makes the files that it is asked for."""

    def __init__(self, folder: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(folder)}
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(Path(__file__)), "--serve"], cwd=folder, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> "Checkout":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def seconds(self, count: int, ending: str) -> tuple[float, float]:
        """How long one file takes, by the clock and on processors; `bare`: the renderer's part alone."""
        if self._process.stdin is None or self._process.stdout is None:
            raise OSError("the process has no pipes")
        self._process.stdin.write(json.dumps([count, ending]) + "\n")
        self._process.stdin.flush()
        clock, processor = json.loads(self._process.stdout.readline())
        return clock, processor


def _serve() -> None:
    for line in sys.stdin:
        count, ending = json.loads(line)
        journey = _a_journey(count)
        finished = _finished(journey) if ending == "bare" else ""
        clock, processor = time.perf_counter(), time.process_time()
        if finished:
            _bare(finished)
        else:
            _file(journey, ending)
        print(json.dumps([time.perf_counter() - clock, time.process_time() - processor]), flush=True)


def _a_journey(count: int) -> Any:
    from journey.journey_map import journey_map
    from journey.model import Frame, Language, OwnModel, Phase, Touchpoint, Workshop
    from journey.phases import model_of

    texts = dict.fromkeys(("doing", "thinking", "pain_points", "content"), TEXT)
    phases = tuple(Phase(id=f"own.{n}", name=f"Phase {n + 1}") for n in range(PHASES))
    cards = tuple(
        Touchpoint.model_validate(
            {"id": f"t{n}", "title": f"Kontakt {n}", "phase": f"own.{n * PHASES // count}", "rank": n,
             "emotion": n % 5 - 2, **texts}
        )
        for n in range(count)
    )  # fmt: skip
    frame = Frame(id="workshop", title="Bench", phase_model="m1")
    held = Workshop(frame=frame, models=(OwnModel(id="m1", name="Weg", phases=phases),), touchpoints=cards)
    return journey_map(held, model_of(held, Language.DE))


def _file(journey: Any, ending: str) -> int:
    """The file as the app of this checkout makes it."""
    from journey.charts import journey_map_chart
    from journey.model import Language

    chart = journey_map_chart(journey, Language.DE, dark=False)
    try:
        from journey.charts.files import chart_file
    except ImportError:  # commits before that let Altair make the files
        target: Any = StringIO() if ending == "svg" else BytesIO()
        options: dict[str, Any] = {"ppi": 200} if ending == "png" else {}
        altair_s: Any = chart
        altair_s.properties(background="white").save(target, format=ending, **options)
        return len(target.getvalue())
    return len(chart_file(chart, ending))  # type: ignore[arg-type]


def _finished(journey: Any) -> str:
    from journey.charts import journey_map_chart
    from journey.charts.files import chart_file
    from journey.model import Language

    return chart_file(journey_map_chart(journey, Language.DE, dark=False), "svg").decode()


def _bare(picture: str) -> int:
    import vl_convert

    return len(vl_convert.svg_to_png(picture, ppi=200))


def main(earlier: Path | None) -> None:
    """Print the ratios."""
    with ExitStack() as stack:
        ours = stack.enter_context(Checkout(ROOT))
        before = stack.enter_context(Checkout(earlier.resolve())) if earlier else None
        both = (ours, before) if before else (ours,)
        first = [each.seconds(60, "png")[0] for each in both]
        print(f"{'first PNG, 60':22} {_compared(first[0], first[1:])}")
        for count, rounds in ROUNDS.items():
            for ending in ENDINGS:
                runs: list[list[tuple[float, float]]] = [[] for _ in both]
                bare: list[tuple[float, float]] = []
                for _ in range(rounds):
                    for held, each in zip(runs, both, strict=True):
                        held.append(each.seconds(count, ending))
                    if ending == "png":
                        bare.append(ours.seconds(count, "bare"))
                clock, processor = zip(*(_median(held) for held in runs), strict=True)
                print(f"{count:3} touchpoints as {ending:4} {_compared(clock[0], clock[1:])}", end="")
                print(f", {processor[0] / processor[1]:.2f} by processors" if before else "", end="")
                if bare:
                    (bare_clock, _) = _median(bare)
                    print(f"; {clock[0] / bare_clock:.2f} of bare svg_to_png ({bare_clock:.2f} s)", end="")
                print(flush=True)


def _median(runs: list[tuple[float, float]]) -> tuple[float, float]:
    clock, processor = (statistics.median(column) for column in zip(*runs, strict=True))
    return clock, processor


def _compared(ours: float, before: Any) -> str:
    """Seconds, and as a share of the earlier commit's."""
    return f"{ours:6.2f} s" + "".join(f", {ours / one:.2f} of the earlier commit ({one:.2f} s)" for one in before)


if __name__ == "__main__":
    if "--serve" in sys.argv:
        _serve()
    else:
        from bench.before import checked_out  # not in the process of an earlier commit

        with ExitStack() as trees:
            main(trees.enter_context(checked_out(sys.argv[1])) if len(sys.argv) > 1 else None)
