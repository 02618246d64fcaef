"""What every test relies on: a data folder of its own, and how long Hypothesis searches."""

import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from journey.store import open_store
from tests.browser import warm
from tools.app_server import Starter

# No deadlines, because machines differ; few enough examples for each run. HYPOTHESIS_PROFILE=long searches further.
settings.register_profile("house", max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("house"), max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


_BEFORE_LONG = 20
"""So many tests of a worker stand before its long ones: the workers' parts are cut by number, some tests off from here, and a
long test at the border would be the last one of the worker before."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in a browser wait more than they work, the others work: each worker gets its share of both, every second one
    the waiting first, so that somebody works all the time. The long ones begin first, so that the end waits for none: those
    in a browser where browsers begin, the others where these do, since a worker that goes to and fro starts its browser
    and its servers anew each time."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if workers < 2:
        return
    kinds = [[item for item in items if bool(item.get_closest_marker("browser")) is waits] for waits in (True, False)]
    long = [[item for item in kind if item.get_closest_marker("long")] for kind in kinds]
    others = [[item for item in kind if not item.get_closest_marker("long")] for kind in kinds]
    items.clear()
    for n in range(workers):
        first, alike = n % 2, (workers + 1 - n % 2) // 2
        share = [kind[len(kind) * n // workers : len(kind) * (n + 1) // workers] for kind in others]
        in_order = [*share[first], *share[1 - first]]
        items += [*in_order[:_BEFORE_LONG], *long[first][n // 2 :: alike], *in_order[_BEFORE_LONG:]]


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is imported and collected stays: nothing of it is looked through meanwhile for what nobody uses any more."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: Python need not look through it again and again for what nothing
    uses any more, which took a twelfth of a worker's time. What tests make is looked through less often as well."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


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


@pytest.fixture(scope="session")
def starter() -> Iterator[Starter]:
    """Starts servers at once, from a process that has imported all they need."""
    with warm.starter() as running:
        yield running
