"""Packages whose names are fetched on demand have all of them, and whoever asks for few loads little."""

import subprocess
import sys
from importlib import import_module
from types import ModuleType

import pytest

PACKAGES = ("journey.model", "journey.phases")


@pytest.mark.parametrize("name", PACKAGES)
def test_every_name_of_a_package_is_found(name: str) -> None:
    package = import_module(name)
    assert {name for name in package.__all__ if isinstance(getattr(package, name), ModuleType)} == set()
    with pytest.raises(AttributeError, match="Nothing"):
        _ = package.Nothing


def test_a_reading_child_starts_without_what_a_plain_file_never_needs() -> None:
    told = (
        "import sys, journey.numbers.reading.child.__main__, journey.numbers.reading.coding.read; print(*sys.modules)"
    )
    loaded = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True).stdout.split()
    assert "numpy" in loaded
    assert not {"pydantic", "duckdb", "pyarrow"} & set(loaded)
