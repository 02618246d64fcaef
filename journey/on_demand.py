"""Packages whose names are fetched when somebody asks for them, so that a short command does not load what it never uses."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def fetched(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package. `homes`: by module of the package the names that live there, with spaces between
    them. No module may be called like one of the names: once loaded, it would stand in its place."""
    home = {name: module for module, names in homes.items() for name in names.split()}

    def fetch(name: str) -> Any:
        if name not in home:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{home[name]}"), name)

    return fetch
