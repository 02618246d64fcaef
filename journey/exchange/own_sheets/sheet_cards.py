"""The cards that come together while a stranger's sheet is read, what became of its cells, and what could not be placed."""

from hashlib import sha256
from typing import Any

from journey.editing import next_rank
from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import Percentage, in_percent, is_percent
from journey.exchange.layout.labels import folded
from journey.exchange.layout.lean_sheet import column_letters
from journey.exchange.layout.names import Unfit
from journey.exchange.layout.report import Report
from journey.exchange.own_sheets.fields import cut, value_of
from journey.exchange.own_sheets.grid import SheetGrid, SheetSpot, flipped
from journey.exchange.own_sheets.groups import SheetPiece
from journey.exchange.own_sheets.items import items_of
from journey.exchange.own_sheets.marks import MarkKind, SheetMark
from journey.exchange.own_sheets.targets import SHARE
from journey.model import COLLECTIONS, Entity, Language, Workshop

MOST_CARDS = 5_000


class SheetCards:
    """What a sheet has given so far. `grid` is the sheet as it lies there, `turned` whether it is read with rows for
    columns; spots are given as it is read. Ids follow from `seed`."""

    def __init__(self, workshop: Workshop, grid: SheetGrid, language: Language, seed: str, *, turned: bool) -> None:
        self.workshop, self.grid, self.language = workshop, grid, language
        self.report, self.marks = Report(), dict[SheetSpot, SheetMark]()
        self.cards = dict[str, list[Entity]]()
        self.small_shares = list[tuple[SheetSpot, float]]()
        self._seed, self._turned, self._count = seed, turned, 0
        self._ranks = {kind: next_rank(workshop.collection(kind)) for kind in COLLECTIONS}

    def mark(self, spot: SheetSpot, kind: MarkKind, target: str = "") -> None:
        """Note what a cell was understood as; what fills a card stays so."""
        here = flipped(spot) if self._turned else spot
        held = self.marks.get(here)
        if held is None or held.kind is not MarkKind.TAKEN:
            self.marks[here] = SheetMark(kind, target)

    def take(self, *pieces: SheetPiece) -> None:
        """Note that cells fill cards."""
        for piece in pieces:
            self.mark(piece.spot, MarkKind.TAKEN, piece.target)

    def leave(self, *pieces: SheetPiece) -> None:
        """Note that nothing comes of cells."""
        for piece in pieces:
            self.mark(piece.spot, MarkKind.LEFT)

    def tell(
        self,
        key: str,
        spot: SheetSpot,
        severity: ProblemSeverity = ProblemSeverity.ERROR,
        done: str = "",
        **values: str,
    ) -> None:
        """Note a problem with the place of its cell."""
        row, column = flipped(spot) if self._turned else spot
        number = self.grid.numbers[row] if 0 <= row < len(self.grid.numbers) else 0
        short = {name: value if len(value) <= 60 else value[:59] + "…" for name, value in values.items()}
        self.report.add(severity, key, self.grid.name, number, column=column_letters(column), done=done, **short)

    def report_unfit(self, problem: Unfit, piece: SheetPiece) -> None:
        """Note that a cell says nothing that its field can hold."""
        self.tell(problem.key, piece.spot, ProblemSeverity.ERROR, "left_out", **problem.values)

    def add(self, kind: str, spot: SheetSpot, **values: Any) -> Entity | None:
        """A new card of a kind; None where there are too many already. Texts that are too long are cut, and that is told."""
        if self._count >= MOST_CARDS:
            if self._count == MOST_CARDS:
                self.tell("sheet_too_many", spot, done="not_used", count=str(MOST_CARDS))
                self._count += 1
            return None
        for field, value in values.items():
            if type(value) is str and field not in ("phase", "touchpoint"):
                values[field], was_cut = cut(kind, field, value)
                if was_cut:
                    self.tell("sheet_cut", spot, severity=ProblemSeverity.NOTE, value=value)
        card_id = sha256(f"{self._seed} {self._count}".encode()).hexdigest()[:26]
        rank = self._ranks[kind] + len(self.cards.get(kind, ()))
        card = COLLECTIONS[kind].model_validate({**values, "id": card_id, "rank": rank})
        self._count += 1
        self.cards.setdefault(kind, []).append(card)
        return card

    def values(self, kind: str, pieces: list[SheetPiece]) -> dict[str, Any]:
        """The fields of one card of a kind from its cells; what a field cannot hold is told."""
        found: dict[str, Any] = {}
        signed = False
        for piece in pieces:
            field = piece.target.removeprefix(f"{kind}.")
            try:
                value = value_of(piece.target, piece.raw, self.language)
            except Unfit as problem:
                self.report_unfit(problem, piece)
                self.leave(piece)
                continue
            if isinstance(value, str) and found.get(field):
                value = f"{found[field]}\n{value}"
            found[field] = value
            signed = signed or (isinstance(value, float) and "%" in str(piece.raw))
            self.take(piece)
            if piece.target == SHARE and type(piece.raw) in (int, float) and 0 < piece.raw < 1:
                self.small_shares.append((piece.spot, piece.raw))
        has_unit = "unit" in COLLECTIONS[kind].model_fields
        if has_unit and signed and not found.get("unit"):
            found["unit"] = "%"
        return _in_their_unit(found, has_unit=has_unit)

    def personas(self, pieces: list[SheetPiece]) -> tuple[str, ...]:
        """The ids of the personas that cells name, one an entry, or between commas; who is not there yet is made."""
        ids = []
        for piece in pieces:
            items = items_of(piece.words)
            listed = len(items) > 1 or items != (piece.words,)
            for name in items if listed else (part.strip() for part in piece.words.split(",")):
                if persona := self.persona(name, piece.spot) if name else "":
                    ids.append(persona)
            self.take(piece)
        return tuple(dict.fromkeys(ids))

    def names_of_personas(self) -> list[str]:
        """What the personas are called that are there so far."""
        return [getattr(each, "name", "") for each in (*self.workshop.personas, *self.cards.get("personas", ()))]

    def persona(self, name: str, spot: SheetSpot) -> str:
        """The id of the persona with this name, who is made where nobody has it; "" where there are too many cards."""
        plain = folded(name)
        for each in (*self.workshop.personas, *self.cards.get("personas", ())):
            if folded(getattr(each, "name", "")) == plain:
                return str(each.id)
        made = self.add("personas", spot, name=name)
        return made.id if made else ""

    def is_there(self, kind: str, spot: SheetSpot, value: str, **fields: Any) -> bool:
        """Whether the workshop has such a card already, which then stays as it is; that is told."""
        for each in self.workshop.collection(kind):
            if all(_same(getattr(each, name), wanted) for name, wanted in fields.items()):
                self.tell("sheet_already", spot, severity=ProblemSeverity.NOTE, value=value)
                return True
        return False


def _in_their_unit(found: dict[str, Any], *, has_unit: bool) -> dict[str, Any]:
    """The fields of a card with numbers that stand in the sheet as percentages: 2 and the unit "%" for 2 %, unless another
    unit is named."""
    shown = [field for field, value in found.items() if isinstance(value, Percentage)]
    if has_unit and shown and is_percent(unit := str(found.get("unit") or "%")):
        return {**found, **{field: in_percent(found[field]) for field in shown}, "unit": unit}
    return {**found, **{field: float(found[field]) for field in shown}}


def _same(held: Any, wanted: Any) -> bool:
    return folded(held) == folded(wanted) if isinstance(held, str) and isinstance(wanted, str) else held == wanted
