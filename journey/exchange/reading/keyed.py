"""Rows without an id in tables whose cards have no title: which card they mean is said by their key."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.labels import title_field
from journey.exchange.layout.recognise import FoundTable
from journey.exchange.layout.report import Job
from journey.exchange.reading.taking import Parsed
from journey.model import COLLECTIONS, Workshop, clean_line, keyed_id, note_id

RowKey = tuple[Any, ...]

ONE_A_KEY: Mapping[str, tuple[str, ...]] = {
    "counts": ("phase", "period"),
    "guesses": ("author", "phase"),
    "frictions": ("target", "state"),
    "audit": ("question", "phase"),
    "phase_notes": ("phase",),
}
"""The kinds of which there is one card a key, with the fields of the key in the order that their ids are made of."""


def by_key(table: FoundTable, parsed: list[Parsed], taken: Set[str], job: Job) -> list[Parsed]:
    """The rows as cards: one without an id is the card of its key that stands above or below it, else the one of before. `taken`
    holds the ids that are somebody's already."""
    kind = table.layout.kind
    if kind in ONE_A_KEY:
        parsed = _joined(table, parsed, job)
        _recognised(ONE_A_KEY[kind], kind, parsed, job.base)
        _named(kind, parsed, taken)
    elif job.base is not None and not title_field(kind) and not any(each.row.known for each in parsed):
        _recognised(table.layout.key, kind, parsed, job.base)
    return parsed


def _joined(table: FoundTable, parsed: Sequence[Parsed], job: Job) -> list[Parsed]:
    """Of several rows with a key the cells that are filled in rows without an id go into the first; this is told."""
    kind = table.layout.kind
    blank = _blank(kind)
    first: dict[RowKey, Parsed] = {}
    for each in sorted(parsed, key=lambda each: not each.row.known):
        first.setdefault(_key(ONE_A_KEY[kind], each.values, blank), each)
    kept = []
    for each in parsed:
        other = first[_key(ONE_A_KEY[kind], each.values, blank)]
        if each is other or each.row.known:
            kept.append(each)
            continue
        other.values |= each.values
        job.report.add(
            ProblemSeverity.NOTE, "same_key", table.sheet.name, each.row.number, other=str(other.row.number)
        )  # fmt: skip
    return kept


def _recognised(fields: Sequence[str], kind: str, parsed: Sequence[Parsed], base: Workshop | None) -> None:
    """What says the same as a card of before that stands in no other row is that card."""
    if base is None:
        return
    free = {_key(fields, vars(entity), {}): entity for entity in reversed(base.collection(kind))}
    used, blank = {each.row.id for each in parsed}, _blank(kind)
    for each in parsed:
        if each.row.known:
            continue
        entity = free.pop(_key(fields, each.values, blank), None)
        if entity is not None and entity.id not in used:
            each.row.id, each.before = entity.id, entity


def _named(kind: str, parsed: Sequence[Parsed], taken: Set[str]) -> None:
    """A new card gets the id of its key, as it would where somebody makes it in the app."""
    blank = _blank(kind)
    for each in parsed:
        if each.row.known or each.before is not None:
            continue
        key = _key(ONE_A_KEY[kind], each.values, blank)
        fresh = note_id(key[0]) if kind == "phase_notes" else keyed_id(kind, *key)
        if fresh not in taken:
            each.row.id = fresh


def _key(fields: Sequence[str], values: Mapping[str, Any], blank: Mapping[str, Any]) -> RowKey:
    return tuple(clean_line(values.get(name, blank.get(name))) for name in fields)


def _blank(kind: str) -> dict[str, Any]:
    return {name: field.default for name, field in COLLECTIONS[kind].model_fields.items()}
