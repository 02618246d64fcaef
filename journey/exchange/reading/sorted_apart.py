"""Rows that somebody sorted without their ids: what a row says tells which card it is."""

from collections.abc import Mapping, Sequence
from typing import Any

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.labels import Labels, folded, labels_of, title_field, title_of
from journey.exchange.layout.recognise import FoundTable
from journey.exchange.layout.report import Job
from journey.exchange.reading.rows import Row, cell
from journey.model import Entity, Workshop

_FEWEST = 2
"""So many cells besides the title must speak for the other card, so that two names that were swapped are only that."""


def with_their_ids(rows: Sequence[Row], table: FoundTable, job: Job) -> None:
    """Give rows back their ids where each says all that the card of another row said before, and tell of it."""
    if job.base is None or not (name := title_field(table.layout.kind)) or table.layout.kind == "models":
        return
    strangers = _strangers(rows, table.columns.get(name), job.base, table.layout.kind)
    if len(strangers) < _FEWEST:
        return
    labels = labels_of(job.base, job.language)
    owners = {folded(title_of(card)): card for card in strangers.values()}
    found: dict[int, Entity] = {}
    for row in rows:
        card = owners.get(folded(str(cell(row, table.columns.get(name)) or "")))
        if row.id in strangers and card is not None and _is(row, card, strangers[row.id], table, labels):
            found[row.number] = card
    if {card.id for card in found.values()} != {row.id for row in rows if row.number in found}:
        return
    for row in rows:
        if card := found.get(row.number):
            row.id = card.id
            title = title_of(card)[:60]
            job.report.add(ProblemSeverity.NOTE, "sorted_apart", table.sheet.name, row.number, value=title)


def _strangers(rows: Sequence[Row], place: int | None, base: Workshop, kind: str) -> Mapping[str, Entity]:
    """The cards of before whose rows are called otherwise now, by id."""
    before = {card.id: card for card in base.collection(kind)}
    return {
        row.id: card
        for row in rows
        if (card := before.get(row.id)) and folded(str(cell(row, place) or "")) != folded(title_of(card))
    }


def _is(row: Row, card: Entity, own: Entity, table: FoundTable, labels: Labels) -> bool:
    """Whether a row says all that a card said, and not what the card said whose id it has."""
    told = 0
    for column in table.layout.columns:
        if column.cells.technical or column.field not in table.columns:
            continue
        raw, show = cell(row, table.columns[column.field]), column.cells.show(column.field, labels)
        if isinstance(raw, dict):
            continue
        if _plain(raw) != _plain(show(card)):
            return False
        told += _plain(raw) != _plain(show(own))
    return told > _FEWEST


def _plain(value: Any) -> str:
    """A value as it can be compared with what a program has saved again."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str("" if value is None else value).split())
