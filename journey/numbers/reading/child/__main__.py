"""The child process: `python -m journey.numbers.reading.child FOLDER` reads what request.json there asks for, within
limits, and leaves the answer in the folder. On stdout it says how far it is: rows and share of the file, a line each."""

import gc
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from journey.model import Language
from journey.numbers.reading.child.transfer import plan_from, write_error, write_preview, write_reading
from journey.numbers.reading.outcome import UnreadableLog

REQUEST = "request.json"
LARGEST_COPY = 16 << 30
"""So large may a file on disk become that is unpacked or rewritten."""

_EVERY = 0.1


def main(folder: Path) -> None:
    """Answer the request in a folder."""
    request = json.loads((folder / REQUEST).read_text("utf-8"))
    _limit(request["memory"], request["cpu_seconds"])
    try:
        _answer(folder, request)
    except UnreadableLog as error:
        write_error(folder, error)
    except MemoryError:
        write_error(folder, UnreadableLog("too_large"))
    except BrokenPipeError:
        os._exit(1)  # nobody listens any more
    except Exception:  # noqa: BLE001 - whatever a file of strangers brings about, people get one answer
        write_error(folder, UnreadableLog("damaged"))


def _answer(folder: Path, request: dict[str, Any]) -> None:
    path = Path(request["path"])
    if request["task"] == "preview":
        from journey.numbers.reading.looking.preview import preview

        write_preview(folder, preview(path, sheet=request["sheet"], language=Language(request["language"])))
        return
    if request["task"] == "sheets":
        from journey.numbers.reading.files.whole_sheets import write_sheets

        write_sheets(path, folder)
        return
    from journey.numbers.reading.coding.read import read_log

    plan = plan_from(request["plan"])
    write_reading(folder, read_log(path, plan, progress=_Teller()))


class _Teller:
    """Says how far the reading is, now and then."""

    def __init__(self) -> None:
        self.last = 0.0

    def __call__(self, rows: int, share: float | None) -> None:
        now = time.monotonic()
        if now - self.last >= _EVERY:
            self.last = now if rows else 0.0  # that nothing is read yet holds back no news
            sys.stdout.write(json.dumps([rows, share]) + "\n")
            sys.stdout.flush()


def _limit(memory: int, cpu_seconds: int) -> None:
    """Bound memory, time and disk, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_COPY, LARGEST_COPY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    gc.freeze()  # the system takes all memory back at once; Python would look through it first
