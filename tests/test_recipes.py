"""docs/recipes.md names files that exist and counts them right, and where code can say it, the lists are what it says."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from journey.model import Language
from ui.kit.rooms import ROOMS

ROOT = Path(__file__).parents[1]
DOC = (ROOT / "docs" / "recipes.md").read_text("utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in DOC.split("\n## ")[1:]}
PATH = re.compile(r"`([\w.*-]+(?:/[\w.*-]*)+|[\w-]+\.(?:toml|txt|py|md))`")
SOURCES = ("journey", "phones", "ui", "pages", "tools", "sample_data")


def _section(about: str) -> str:
    (title,) = (title for title in SECTIONS if title.startswith(about))
    return title


def _listed(title: str) -> list[str]:
    """The file at the head of each line of a recipe's list."""
    return [found[1] for found in re.finditer(rf"^- {PATH.pattern}", SECTIONS[title], re.MULTILINE)]


def _mentions(pattern: str) -> set[str]:
    """The files of the program that say something."""
    said = re.compile(pattern)
    files = (path for folder in SOURCES for path in (ROOT / folder).rglob("*.*") if path.suffix in {".py", ".toml"})
    return {str(path.relative_to(ROOT)) for path in files if said.search(path.read_text("utf-8"))}


def test_there_are_the_six_recipes() -> None:
    about = ("A lane", "A field", "A rule", "A language", "A format", "A page")
    assert [title.startswith(words) for title, words in zip(SECTIONS, about, strict=True)] == [True] * 6


def test_every_path_exists() -> None:
    named = PATH.findall(DOC)
    assert len(named) > 40
    assert [path for path in named if not any(ROOT.glob(path.rstrip("/")))] == []


@pytest.mark.parametrize("title", SECTIONS)
def test_a_title_counts_the_files_of_its_list(title: str) -> None:
    listed = _listed(title)
    assert len(set(listed)) == len(listed) == len(re.findall(r"^- ", SECTIONS[title], re.MULTILINE))
    counted = re.search(r"(\d+) (files|line of code)$", title)
    assert counted
    of_code = [path for path in listed if path.endswith(".py")]
    assert int(counted[1]) == len(listed if counted[2] == "files" else of_code)


def test_a_rule_is_in_the_listed_files_and_nowhere_else() -> None:
    assert _mentions(r"meant[_-]for[_-]all") == set(_listed(_section("A rule")))


def test_a_lane_is_in_the_listed_file_and_nowhere_else() -> None:
    assert _mentions(r"Lane\.CONTENT\b") == {path for path in _listed(_section("A lane")) if path.endswith(".py")}


def test_what_browsers_call_a_workbook_is_said_in_the_first_listed_file_alone() -> None:
    assert _mentions(r"officedocument\.spreadsheetml\.sheet\"") == {_listed(_section("A format"))[0]}


def _told_in_languages(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {Language.DE.value} <= set(value) <= set(Language):
            yield value
        for inner in value.values():
            yield from _told_in_languages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _told_in_languages(inner)


def test_all_data_that_is_told_in_languages_is_listed() -> None:
    files = [path for folder in SOURCES for path in (ROOT / folder).rglob("*.toml")]
    told = {path for path in files if any(_told_in_languages(tomllib.loads(path.read_text("utf-8"))))}
    listed = {path for name in _listed(_section("A language")) for path in ROOT.glob(name)}
    assert len(told) > 10
    assert told <= listed


def test_every_file_of_a_page_is_in_the_list_of_rooms() -> None:
    assert {path.name for path in (ROOT / "pages").glob("*.py")} == {room.file for room in ROOMS}
