"""What every test relies on: a data folder of its own, and how long Hypothesis searches."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No deadlines, because machines differ; few enough examples for each run. HYPOTHESIS_PROFILE=long searches further.
settings.register_profile("house", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("long", settings.get_profile("house"), max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))


@pytest.fixture(autouse=True, scope="session")
def own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nobody's workshops are touched by a test: data goes to a temporary folder, whatever the environment says."""
    folder = tmp_path_factory.mktemp("journey-data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JOURNEY_DATA", str(folder))
        patch.delenv("JOURNEY_DATABASE_URL", raising=False)
        yield folder
