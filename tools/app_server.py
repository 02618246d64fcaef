"""The real app in a process of its own, with its own data folder: for browser tests, pictures and measurements."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

ROOT = Path(__file__).resolve().parent.parent
_START_SECONDS = 60


class ServerDidNotStart(RuntimeError):
    """The app ended or stayed silent; the message holds its log."""

    def __init__(self, log: str) -> None:
        super().__init__(f"The app did not start:\n{log}")


def free_port() -> int:
    """A port on which nobody listens at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Process(Protocol):
    """What an AppServer needs of subprocess.Popen."""

    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def kill(self) -> None: ...
    def terminate(self) -> None: ...


Starter = Callable[[Sequence[str], Path, Mapping[str, str], Path], Process]
"""Runs Streamlit with these arguments in this folder and environment, its output appended to this log."""


def started(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path
) -> subprocess.Popen[bytes]:
    """A new process, as an operator starts it."""
    with log.open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "streamlit", *arguments],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


@dataclass
class AppServer:
    """One app over one data folder, with the settings of the checkout at `root`, below the path `base` where one is given. It keeps its port, so that a browser finds it again after `kill` and `start`."""

    data: Path
    script: Path = ROOT / "app.py"
    environment: Mapping[str, str] = field(default_factory=dict)
    root: Path = ROOT
    port: int = field(default_factory=free_port)
    starter: Starter = started
    base: str = ""
    _process: Process | None = None

    @property
    def url(self) -> str:
        """Where a browser finds the app, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}{self.base}"

    @property
    def log(self) -> str:
        """What the app has printed since it was first started."""
        path = self._log_path
        return path.read_text("utf-8", "replace") if path.exists() else ""

    @property
    def _log_path(self) -> Path:
        return self.data.with_name(f"{self.data.name}.log")

    def start(self) -> Self:
        """Start and wait until it is healthy. ServerDidNotStart with its log otherwise."""
        self.data.mkdir(parents=True, exist_ok=True)
        self._log_path.touch()
        arguments = ["run", str(self.script), f"--server.port={self.port}", "--server.headless=true"]
        if self.base:
            arguments.append(f"--server.baseUrlPath={self.base}")
        environment = {**os.environ, "JOURNEY_DATA": str(self.data), "PYTHONUNBUFFERED": "1", **self.environment}
        self._process = self.starter(arguments, self.root, environment, self._log_path)
        deadline = time.monotonic() + _START_SECONDS
        while not self._healthy():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise ServerDidNotStart(self.log)
            time.sleep(0.05)
        return self

    def kill(self) -> None:
        """End it without a chance to tidy up, as a power cut would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """End it as a person does with Ctrl+C or a service manager does."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None

    def _healthy(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()
