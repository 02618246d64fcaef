"""Writes the sample event logs into logs/: `python -m sample_data.make_logs`, always the same bytes.

Everything in them is invented: customers and what they did are drawn by dice with a fixed seed, the faulty export is
written by hand. Which activity belongs to which phase is in the *-phases.toml files beside the logs.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from sample_data.bakery_log import bakery_log
from sample_data.dirty_log import dirty_log
from sample_data.software_log import software_log

FOLDER = Path(__file__).parent / "logs"
SEED = 20_260_704


def logs() -> Iterator[tuple[str, bytes]]:
    """Every log with its file name. The German shop writes in Windows' own encoding, as Excel there does."""
    yield "baeckerei-shop-de.csv", bakery_log(_dice()).encode("cp1252")
    yield "software-ga4-en.csv", software_log(_dice()).encode()
    yield "fehlerhaft-de.csv", dirty_log().encode("utf-8-sig")


def write(folder: Path = FOLDER) -> None:
    """Write every log into a folder."""
    for name, data in logs():
        (folder / name).write_bytes(data)


def _dice() -> Random:
    return Random(SEED)  # noqa: S311 - invented figures need to be repeatable, not secret


if __name__ == "__main__":
    write()
