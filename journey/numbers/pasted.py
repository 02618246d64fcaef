"""Counts pasted from a spreadsheet: names with numbers, or numbers alone in phase order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from journey.lazy_re import lazy_re
from journey.model import LINE_LIMIT, Language
from journey.texts import decimal_comma, text

if TYPE_CHECKING:
    from journey.phases import PhaseModel

MOST = 10**12
_SPACES = "\u0020\u00a0\u2009\u202f"
_GROUPED = lazy_re(rf"\d{{1,3}}(?:([.,'’{_SPACES}])\d{{3}})(?:\1\d{{3}})*")
_NO_DECIMALS = lazy_re(r"[.,]0{1,2}$")
_TRAILING = lazy_re(rf"^(?P<name>.*?\S)[\s,:=|]+(?P<number>[-−+]?\d[\d.,'’{_SPACES}]*)$")
_NUMBERED = lazy_re(r"^\d{1,2}[.)]\s+")
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "k. a.", "k.a."})


class Trouble(StrEnum):
    """What is wrong with a pasted line."""

    UNKNOWN_PHASE = "unknown_phase"
    NO_NUMBER = "no_number"
    SEVERAL_NUMBERS = "several_numbers"
    TOO_MANY = "too_many"
    TWICE = "twice"
    TOO_LARGE = "too_large"


@dataclass(frozen=True)
class PastedProblem:
    """A line (from 1) that could not be used, the words it is about, and the problem in the reader's language."""

    line: int
    trouble: Trouble
    found: str
    message: str


@dataclass(frozen=True)
class PastedCounts:
    """What could be read, as phase id and count in phase order, and what could not, in line order."""

    counts: tuple[tuple[str, int], ...]
    problems: tuple[PastedProblem, ...]


@dataclass(frozen=True)
class _Count:
    line: int
    phase_id: str
    count: int


@dataclass(frozen=True)
class _Problem:
    line: int
    trouble: Trouble
    found: str


def parse_counts(pasted: str, model: "PhaseModel", language: Language) -> PastedCounts:
    """Counts from pasted text. A line holds a phase's name (in either language, any case, numbered or not) and its
    number, split by tab, semicolon, comma, colon or space; or numbers alone, in phase order, one a line or several.
    Names in one row above their numbers work too. Numbers may be written 1.234, 1,234, 1'234 or 1 234; an empty cell or
    a dash leaves the phase without a count; a first line without any digit that names no phase is a heading.
    Counts are whole, so both separators mean thousands in any language; only 100,200,300 alone on one line is read by
    `language`: three counts in German, one number in English."""
    rows = [(line, row.strip(" \r")) for line, row in enumerate(pasted.split("\n"), 1) if row.strip()]
    names = _names(model, language)
    if len(rows) == 2 and (across := _across(rows, names)):
        return _result(across, model, language)
    if len(rows) > 1 and _is_heading(rows[0][1], names):
        rows = rows[1:]
    listed = len(rows) == 1 and decimal_comma(language)
    if rows and all(_bare(row, listed) is not None for _, row in rows):
        return _result(_in_phase_order(rows, model, listed), model, language)
    return _result([_named(line, row, names) for line, row in rows], model, language)


def whole_number(cell: str) -> int | None:
    """A count as people write it, None where it is none. Signs, letters and real decimals are refused."""
    bare = _NO_DECIMALS.sub("", cell.strip())
    if re.fullmatch(r"\d+", bare):
        return int(bare) if len(bare) <= 18 else MOST + 1
    return int(re.sub(r"\D", "", bare)[:18]) if _GROUPED.fullmatch(bare) else None


def _names(model: "PhaseModel", language: Language) -> dict[str, str]:
    from journey.phases import built_in

    names: dict[str, str] = {}
    for other in (model, *(m for spoken in (language, *Language) for m in built_in(spoken) if m.id == model.id)):
        for phase in other.phases:
            names.setdefault(phase.name.casefold(), phase.id)
            names.setdefault(phase.id.casefold(), phase.id)
    return names


def _phase(cell: str, names: dict[str, str]) -> str | None:
    plain = " ".join(cell.split()).casefold()
    return names.get(plain) or names.get(_NUMBERED.sub("", plain))


def _cells(row: str) -> list[str]:
    mark = next((mark for mark in "\t;|" if mark in row), None)
    return [cell.strip() for cell in row.split(mark)] if mark else [row]


def _bare(row: str, listed: bool) -> list[str] | None:
    """The cells of a line of numbers; None where it has words. `listed`: several commas part a list."""
    cells = _cells(row)
    if len(cells) == 1 and (whole_number(row) is None or (listed and row.count(",") > 1)):
        cells = [cell.strip() for cell in row.split(",")]
    usable = all(cell in _NOTHING or whole_number(cell) is not None for cell in cells)
    return cells if usable and any(cell not in _NOTHING for cell in cells) else None


def _is_heading(row: str, names: dict[str, str]) -> bool:
    cells = _cells(row)
    return not any(c.isdigit() for c in row) and not any(_phase(cell, names) for cell in (*cells, *row.split(",")))


def _across(rows: list[tuple[int, str]], names: dict[str, str]) -> list[_Count | _Problem] | None:
    (_, above), (line, below) = rows
    phases, numbers = _cells(above), _cells(below)
    if len(phases) < 2 or len(phases) != len(numbers) or not all(_phase(cell, names) for cell in phases):
        return None
    return [
        _read(line, cell, number, names)
        for cell, number in zip(phases, numbers, strict=True)
        if number not in _NOTHING
    ]  # fmt: skip


def _named(line: int, row: str, names: dict[str, str]) -> _Count | _Problem | None:
    cells = _cells(row)
    if len(cells) == 1:
        found = _TRAILING.match(row)
        cells = [found["name"].rstrip(" ,:="), found["number"]] if found else [row]
        if found and not _phase(cells[0], names) and "," in row:
            cells = [cell.strip() for cell in row.split(",")]
    filled = [cell for cell in cells[1:] if cell not in _NOTHING]
    if len(filled) > 1:
        return _Problem(line, Trouble.SEVERAL_NUMBERS, row)
    if not filled and len(cells) > 1 and _phase(cells[0], names):
        return None
    return _read(line, cells[0], filled[0] if filled else "", names)


def _read(line: int, cell: str, number: str, names: dict[str, str]) -> _Count | _Problem:
    phase, count = _phase(cell, names), whole_number(number)
    if phase is None:
        return _Problem(line, Trouble.UNKNOWN_PHASE, cell)
    if count is None:
        return _Problem(line, Trouble.NO_NUMBER, number or cell)
    return _Problem(line, Trouble.TOO_LARGE, number) if count > MOST else _Count(line, phase, count)


def _in_phase_order(rows: list[tuple[int, str]], model: "PhaseModel", listed: bool) -> list[_Count | _Problem | None]:
    cells = [(line, cell) for line, row in rows for cell in _bare(row, listed) or ()]
    read: list[_Count | _Problem | None] = []
    for phase, (line, cell) in zip(model.phases, cells, strict=False):
        if cell not in _NOTHING:
            read.append(_read(line, phase.id, cell, {phase.id.casefold(): phase.id}))
    read += [_Problem(line, Trouble.TOO_MANY, cell) for line, cell in cells[len(model.phases) :] if cell]
    return read


def _result(read: Sequence[_Count | _Problem | None], model: "PhaseModel", language: Language) -> PastedCounts:
    counts: dict[str, int] = {}
    problems = [entry for entry in read if isinstance(entry, _Problem)]
    for entry in read:
        if isinstance(entry, _Count):
            if entry.phase_id in counts:
                problems.append(_Problem(entry.line, Trouble.TWICE, model.phase_name(entry.phase_id)))
            counts.setdefault(entry.phase_id, entry.count)
    ordered = tuple((phase.id, counts[phase.id]) for phase in model.phases if phase.id in counts)
    problems.sort(key=lambda problem: problem.line)
    return PastedCounts(ordered, tuple(_told(problem, language) for problem in problems))


def _told(problem: _Problem, language: Language) -> PastedProblem:
    message = text(f"numbers.pasted.{problem.trouble.value}", language, found=problem.found[:LINE_LIMIT])
    return PastedProblem(problem.line, problem.trouble, problem.found, message)
