"""Ours beside an earlier commit, both from working trees on this machine, in turns: programs and pages.

`python -m bench.before COMMIT`: the commit is checked out into a temporary folder and runs in the same environment, so it
has to work with the packages that are installed. Programs are whole processes, by processor time (the machine may do
other things meanwhile); pages are the server's time for the first run of a fresh session, by the clock. Medians of ten
rounds; the ratios count. What a person waits for in the browser is bench.clicks, pictures are bench.pictures.
"""

import asyncio
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench.pages import open_tab
from tools.app_server import ROOT, AppServer
from tools.screenshots import VIEWS

ROUNDS = 10
LOGS = "sample_data/logs"
PROGRAMS = {
    "journey samples": ["samples"],
    "journey funnel": ["funnel", f"{LOGS}/baeckerei-shop-de.csv", "--phases", f"{LOGS}/baeckerei-phases.toml"],
    "journey check": ["check", "b2b-software-en"],
}
_PUT = """import sys; from pathlib import Path; from journey.model import Language; from tools import prepared
print(*prepared.put(Path(sys.argv[1]), *[prepared.full(Language.DE)] * int(sys.argv[2])))"""
"""Each checkout stores its workshop itself: an older one cannot open what a newer one wrote."""


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """A working tree of a commit of this repository, as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        git = shutil.which("git") or "git"
        subprocess.run([git, "worktree", "add", "--quiet", "--detach", str(tree), commit], cwd=ROOT, check=True)
        try:
            yield tree
        finally:
            subprocess.run([git, "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)


def stored(root: Path, data: Path, count: int = 1) -> list[str]:
    """The full sample so many times in a data folder, put there by a working tree; the ids."""
    command = [sys.executable, "-c", _PUT, str(data), str(count)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split()


def served(stack: ExitStack, folder: Path, root: Path) -> tuple[AppServer, str]:
    """The app of a working tree over a data folder of its own, and the id of the full sample in it."""
    [workshop] = stored(root, folder / "data")
    return stack.enter_context(AppServer(folder / "data", script=root / "app.py", root=root)), workshop


def main(commit: str) -> None:
    """Print the medians and ratios."""
    with checked_out(commit) as before:
        print(f"Beside {commit}, medians of {ROUNDS} rounds")
        for name, arguments in PROGRAMS.items():
            ours, theirs = _in_turns(arguments, (ROOT, before))
            _print(name, ours, theirs, "processor time")
        with ExitStack() as stack, tempfile.TemporaryDirectory() as folder:
            both = [served(stack, Path(folder) / str(n), root) for n, root in enumerate((ROOT, before))]
            paths = dict.fromkeys(view.path.strip("/") for view in VIEWS.values())
            for path in paths:
                ours, theirs = asyncio.run(_first_runs(both, path))
                _print(f"/{path}", ours, theirs, "first run")


def _in_turns(arguments: list[str], roots: tuple[Path, ...]) -> list[float]:
    times: list[list[float]] = [[] for _ in roots]
    for number in range(ROUNDS + 1):
        for held, root in zip(times, roots, strict=True):
            seconds = _processor_time(arguments, root)
            if number:  # the first round compiles and warms the disk
                held.append(seconds)
    return [statistics.median(held) for held in times]


def _processor_time(arguments: list[str], root: Path) -> float:
    began = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "LANG": "de_DE.UTF-8", "PYTHONUTF8": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # else the first round is not the only one that compiles
    command = [sys.executable, "-m", "journey", *arguments]
    subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime - began.ru_utime - began.ru_stime


async def _first_runs(both: list[tuple[AppServer, str]], path: str) -> list[float]:
    times: list[list[float]] = [[] for _ in both]
    for number in range(ROUNDS + 1):
        for held, (server, workshop) in zip(times, both, strict=True):
            tab = await open_tab(server, f"lang=de&workshop={workshop}", path)
            seconds = await tab.run()
            await tab.connection.close()
            if number:
                held.append(seconds)
    return [statistics.median(held) for held in times]


def _print(name: str, ours: float, before: float, what: str) -> None:
    print(f"  {name:<20}{ours * 1000:7.0f} ms {ours / before:6.2f} of {before * 1000:6.0f} ms   {what}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
