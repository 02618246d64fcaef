"""One word per thing: no two public classes, nor types with a name, are called the same."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]


def types_in(module: ast.Module) -> Iterator[str]:
    """The names of a module's public classes and type aliases."""
    for statement in module.body:
        match statement:
            case ast.ClassDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                if name[:1].isupper() and not name.isupper() and not _makes_a_variable(value):
                    yield name


def _makes_a_variable(value: ast.expr) -> bool:
    """TypeVar and ParamSpec: each function has its own."""
    return isinstance(value, ast.Call)


def shared() -> dict[str, list[str]]:
    """Every name of several types, with the modules that have it."""
    homes: dict[str, list[str]] = {}
    for room in ("journey", "phones", "ui"):
        for file in sorted((ROOT / room).rglob("*.py")):
            for name in types_in(ast.parse(file.read_text("utf-8"))):
                if not name.startswith("_"):
                    homes.setdefault(name, []).append(str(file.relative_to(ROOT)))
    return {name: files for name, files in homes.items() if len(files) > 1}


def test_no_two_types_share_a_name() -> None:
    assert shared() == {}


def test_classes_and_aliases_count_and_type_variables_do_not() -> None:
    module = ast.parse("class A: ...\nRow = tuple[str, int]\nT = TypeVar('T')\nMOST = 3\nBound = TypeVar('Bound')")
    assert list(types_in(module)) == ["A", "Row"]
