"""What every test relies on: a data folder of its own, and how long Hypothesis searches."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from journey.store import open_store

# No deadlines, because machines differ; few enough examples for each run. HYPOTHESIS_PROFILE=long searches further.
settings.register_profile("house", max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("house"), max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


_BEFORE_LONG = 20
"""So many tests of a worker stand before its long ones: the workers' parts are cut by number, some tests off from here, and a
long test at the border would be the last one of the worker before."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in a browser wait more than they work, the others work: each worker gets its share of both, every second one
    the waiting first, so that somebody works all the time. The long ones begin first, so that the end waits for none."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    long = [item for item in items if item.get_closest_marker("long")]
    others = [item for item in items if not item.get_closest_marker("long")]
    waiting = [item for item in others if item.get_closest_marker("browser")]
    working = [item for item in others if not item.get_closest_marker("browser")]
    if workers > 1:
        shares = [[part[len(part) * n // workers : len(part) * (n + 1) // workers] for part in (waiting, working)]
                  for n in range(workers)]  # fmt: skip
        in_order = [[item for part in share[:: -1 if n % 2 else 1] for item in part] for n, share in enumerate(shares)]
        items[:] = [
            item
            for n, share in enumerate(in_order)
            for item in (*share[:_BEFORE_LONG], *long[n::workers], *share[_BEFORE_LONG:])
        ]


def pytest_configure() -> None:
    """What is imported and collected stays: nothing of it is looked through meanwhile for what nobody uses any more."""
    gc.disable()


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: Python need not look through it again and again for what nothing
    uses any more, which took a twelfth of a worker's time. What tests make is looked through less often as well."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    gc.enable()


@pytest.fixture(autouse=True, scope="session")
def own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nobody's workshops are touched by a test: data goes to a temporary folder, whatever the environment says."""
    folder = tmp_path_factory.mktemp("journey-data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JOURNEY_DATA", str(folder))
        patch.delenv("JOURNEY_DATABASE_URL", raising=False)
        yield folder


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with a store's tables and nothing in them: to copy it takes a tenth of the time in which they are made."""
    path = tmp_path_factory.mktemp("migrated") / "store.sqlite3"
    open_store(f"sqlite:///{path}").close()
    return path
