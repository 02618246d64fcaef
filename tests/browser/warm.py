"""Servers that start at once: a process that has imported the domain, what pages show and their libraries forks one for each
test. Components of the app's own make themselves known to the running server once more where they are drawn.

A forked server runs Streamlit's own command with the environment, the folder and the log that a new process would have got.
Only Linux lets us watch a process that another one has started; elsewhere servers start as they always do. The server of
`test_every_view.py` for phones starts as an operator's does, so that the app also has to import itself page by page."""

import gc
import json
import logging
import os
import pkgutil
import random
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from streamlit.components.v2 import manifest_scanner

from tools.app_server import ROOT, Starter, started

_LIBRARIES = (
    "streamlit.web.cli",
    "streamlit.web.bootstrap",
    "alembic.config",
    "altair",
    "duckdb",
    "openpyxl",
    "pandas",
    "phones.routes",
    "uvicorn",
    "xlsxwriter",
)
_NOT_FOR_PAGES = (
    "journey.__main__",
    "journey.command_line",
    "journey.numbers.warehouse",
    "journey.store.migrations",
    "ui.shell.script",
    "ui.touchpoints.relation",
)
"""What no page imports, or only where the operator has set up a database; the script that runs at every click; and what
imports streamlit-agraph, a component of the older kind, which only makes itself known to the server that imports it."""


@dataclass(frozen=True)
class Forked:
    """A server that the warm process has forked, with the methods of subprocess.Popen that an AppServer uses."""

    watch: int  # file descriptor of the process

    def poll(self) -> int | None:
        return 0 if select.select([self.watch], [], [], 0)[0] else None

    def wait(self, timeout: float | None = None) -> int:
        if not select.select([self.watch], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("streamlit", timeout or 0)
        return 0

    def kill(self) -> None:
        self._signal(signal.SIGKILL)

    def terminate(self) -> None:
        self._signal(signal.SIGTERM)

    def _signal(self, number: signal.Signals) -> None:
        if self.poll() is None:
            signal.pidfd_send_signal(self.watch, number)


@contextmanager
def starter() -> Iterator[Starter]:
    """How servers start while the warm process lives."""
    if not hasattr(os, "pidfd_open"):
        yield started
        return
    command = [sys.executable, "-u", "-m", "tests.browser.warm"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as warm:
        assert warm.stdin is not None
        assert warm.stdout is not None
        lines, answers, watches = warm.stdin, warm.stdout, list[int]()

        def fork(arguments: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Forked:
            asked = {"arguments": [*arguments], "folder": str(folder), "environment": {**environment}, "log": str(log)}
            print(json.dumps(asked), file=lines, flush=True)
            watches.append(os.pidfd_open(int(answers.readline())))
            return Forked(watches[-1])

        yield fork
        lines.close()
        for watch in watches:
            os.close(watch)


def _warm_up() -> None:
    for name in _LIBRARIES:
        import_module(name)
    logging.disable()  # Streamlit warns of all that is imported without a server
    for house in ("journey", "ui"):
        for found in pkgutil.walk_packages(import_module(house).__path__, f"{house}."):
            if not found.name.startswith(_NOT_FOR_PAGES):
                import_module(found.name)
    logging.disable(logging.NOTSET)
    _seek_components_once()
    gc.collect()
    gc.freeze()


def _seek_components_once() -> None:
    """Each start of Streamlit looks through all installed packages for components, which takes a quarter of a second."""
    found = manifest_scanner.scan_component_manifests()
    manifest_scanner.scan_component_manifests = lambda *_: [*found]


def _become(arguments: Sequence[str], folder: str, environment: Mapping[str, str], log: str) -> None:
    """In the forked process: take on all that a new process would have been given, and run Streamlit to its end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    random.seed()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, path, how in ((0, os.devnull, os.O_RDONLY), (1, log, os.O_WRONLY | os.O_APPEND)):
        opened = os.open(path, how)
        os.dup2(opened, number)
        os.close(opened)
    os.dup2(1, 2)
    sys.argv = ["streamlit", *arguments]
    import_module("streamlit.web.cli").main(prog_name="streamlit")


def _serve() -> None:
    _warm_up()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for them here
    while line := sys.stdin.readline():
        if pid := os.fork():
            print(pid, flush=True)
        else:
            _become(**json.loads(line))


if __name__ == "__main__":
    _serve()
