"""Ibis works with few versions of what it needs: those that the file names are those that are tested."""

from importlib.metadata import version
from pathlib import Path

import pytest

REQUIREMENTS = (Path(__file__).parents[3] / "requirements-warehouse.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("package", "pinned"), [("ibis-framework", "12.0.0"), ("duckdb", "1.5.6"), ("sqlglot", "28.10.1")]
)
def test_the_pinned_version_is_the_installed_one(package: str, pinned: str) -> None:
    [line] = [line for line in REQUIREMENTS.splitlines() if line.partition("==")[0].partition("[")[0] == package]
    assert line.partition("==")[2] == pinned == version(package)
