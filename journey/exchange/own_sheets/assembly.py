"""From a stranger's sheet to cards: a plan applied to it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from journey.exchange.guarding.problems import ProblemSeverity
from journey.exchange.layout.cells import in_percent
from journey.exchange.own_sheets.feeling_lanes import whose_feelings, without_nobodys
from journey.exchange.own_sheets.grid import SheetGrid, SheetSpot, is_lost
from journey.exchange.own_sheets.groups import Group, SheetPiece, above, groups_of, phase_above, phase_spots
from journey.exchange.own_sheets.items import as_lines, items_of
from journey.exchange.own_sheets.leftovers import tell_leftovers, tell_no_cards
from journey.exchange.own_sheets.marks import MarkKind, SheetReading
from journey.exchange.own_sheets.plan import SheetPlan
from journey.exchange.own_sheets.sheet_cards import SheetCards
from journey.exchange.own_sheets.sheet_phases import own_model
from journey.exchange.own_sheets.targets import COUNT, GOAL, IDEA, PERIOD, PERSONA, REMARK, TITLE
from journey.exchange.own_sheets.touchpoints import add_touchpoints
from journey.exchange.reading.units import make_one
from journey.model import COLLECTIONS, Language, OwnModel, Perspective, Workshop
from journey.phases import model_of

_WITHOUT_PHASE = (GOAL, PERSONA)


def read_sheet(grid: SheetGrid, plan: SheetPlan, workshop: Workshop, language: Language, seed: str) -> SheetReading:
    """What a plan makes of a sheet, beside what a workshop has already. The same seed gives the same ids."""
    seen = plan.seen(grid)
    into = SheetCards(workshop, grid, language, seed, turned=plan.shape.is_turned)
    heads = phase_spots(seen, plan)
    model, phases = _model(plan, heads.values(), seed)
    for spot, words in heads.items():
        into.mark(spot, MarkKind.HEAD if phases.get(words) else MarkKind.LEFT)
    for column in range(plan.labels + 1, seen.width) if not plan.shape.is_list else ():
        if (spot := (plan.head, column)) not in heads and phases.get(phase_above(seen, plan, column)):
            into.mark(spot, MarkKind.HEAD)
    _above(into, above(seen, plan))
    tell_no_cards(into, seen, plan)
    remarks = dict[str, list[str]]()
    whose = whose_feelings(seen, plan, into.names_of_personas())
    plan = without_nobodys(seen, plan, whose)
    for group in groups_of(seen, plan, whose):
        _group(into, group, plan, phases.get(group.phase, ""), remarks)
    for phase, said in remarks.items():
        into.add("phase_notes", (plan.head, 0), phase=phase, note="\n".join(said))
    _parts_of_one(into)
    tell_leftovers(into, seen, plan)
    unplaced = tuple(dict.fromkeys(words for words in heads.values() if not phases.get(words)))
    cards = tuple(card for kind in COLLECTIONS for card in into.cards.get(kind, ()))
    return SheetReading(into.marks, cards, into.report.all(), model, unplaced)


def _parts_of_one(into: SheetCards) -> None:
    """Take personas' shares that make one together for parts of it: 40 % for 0.4. Others below one per cent are told."""
    people = into.cards.get("personas", [])
    shares = [share for each in people if (share := getattr(each, "share", None)) is not None]
    if make_one(shares):
        into.cards["personas"] = [
            each
            if (share := getattr(each, "share", None)) is None
            else each.model_copy(update={"share": in_percent(share)})
            for each in people
        ]
        into.tell("sheet_shares", (0, 0), ProblemSeverity.NOTE)
        return
    for spot, share in into.small_shares:
        into.tell("small_share", spot, ProblemSeverity.NOTE, value=f"{share:.15g}", number=f"{share:.15g}")


def _model(plan: SheetPlan, words: Iterable[str], seed: str) -> tuple[OwnModel | None, Mapping[str, str]]:
    """The model that the sheet brings, and the phases' ids by their words."""
    if not plan.own_model:
        return None, plan.phases
    kept = tuple(dict.fromkeys(words))
    try:
        return own_model(kept, plan.own_model, f"own-{seed[:20]}")
    except ValueError:
        return None, plan.phases


def _above(into: SheetCards, found: list[tuple[SheetSpot, SheetPiece]]) -> None:
    """The persona and the goals of the whole journey."""
    pieces = [piece for _, piece in found]
    names = [piece for piece in pieces if piece.target == PERSONA][:1]
    about = [piece for piece in pieces if piece.target.startswith("personas.") and piece.target != PERSONA]
    if names and not into.is_there("personas", names[0].spot, names[0].words, name=names[0].words):
        values = into.values("personas", [names[0], *about])
        into.add("personas", names[0].spot, **values)
    _goals(into, [piece for piece in pieces if piece.target == GOAL])
    for spot, piece in found:
        if piece.target == GOAL or names:
            into.mark(spot, MarkKind.LABEL, piece.target)


def _group(into: SheetCards, group: Group, plan: SheetPlan, phase: str, remarks: dict[str, list[str]]) -> None:
    pieces = [each for each in group.pieces if not is_lost(each.raw)]
    if plan.shape.is_list and plan.kind in ("personas", "goals"):
        _plain_card(into, plan.kind, pieces)
        return
    personas = into.personas([each for each in pieces if each.target == PERSONA])
    _goals(into, [each for each in pieces if each.target == GOAL])
    rest = [each for each in pieces if each.target not in _WITHOUT_PHASE]
    if not phase:
        _nowhere(into, group, rest)
        return
    made = []
    if plan.kind == "touchpoints":
        about = group if group.phase or TITLE in plan.targets.values() else replace(group, phase=_phase(into, phase))
        made = add_touchpoints(into, about, phase, personas, plan.scale)
    _ideas(into, rest, phase, made, several=group.several or plan.kind == "touchpoints")
    _counts(into, rest, phase)
    for piece in (each for each in rest if each.target == REMARK):
        if not into.is_there("phase_notes", piece.spot, piece.words, phase=phase):
            said = as_lines(piece.words)
            remarks.setdefault(phase, []).append(said if group.several else f"{_named(pieces)}{said}")
            into.take(piece)


def _phase(into: SheetCards, phase: str) -> str:
    """What a phase of the workshop is called, for cards of a sheet that names none."""
    found = model_of(into.workshop, into.language).phase(phase)
    return found.name if found else ""


def _named(pieces: list[SheetPiece]) -> str:
    """What a remark in a row is about, before it."""
    title = next((" ".join(each.words.split()) for each in pieces if each.target == TITLE), "")
    return f"{title}: " if title else ""


def _nowhere(into: SheetCards, group: Group, pieces: list[SheetPiece]) -> None:
    """Cards that need a phase and have none: nothing comes of them, and that is told once."""
    if not pieces:
        return
    into.leave(*pieces)
    first = pieces[0]
    if group.phase:
        into.tell("sheet_phase_left", first.spot, done="not_used", value=group.phase)
    else:
        into.tell("no_phase", first.spot, done="not_used")


def _plain_card(into: SheetCards, kind: str, pieces: list[SheetPiece]) -> None:
    title = PERSONA if kind == "personas" else GOAL
    name = next((" ".join(piece.words.split()) for piece in pieces if piece.target == title), "")
    field = title.partition(".")[2]
    if not name:
        into.tell("sheet_no_title", pieces[0].spot, done="not_used")
        into.leave(*pieces)
    elif not into.is_there(kind, pieces[0].spot, name, **{field: name}) and not _made_before(into, kind, field, name):
        into.add(kind, pieces[0].spot, **into.values(kind, pieces))


def _made_before(into: SheetCards, kind: str, field: str, name: str) -> bool:
    return any(getattr(each, field) == name for each in into.cards.get(kind, ()))


def _goals(into: SheetCards, pieces: list[SheetPiece]) -> None:
    """What customers want, one goal an entry."""
    for piece in pieces:
        into.take(piece)
        for title in items_of(piece.words):
            if not into.is_there("goals", piece.spot, title, title=title) and not _made_before(
                into, "goals", "title", title
            ):
                into.add("goals", piece.spot, title=title, perspective=Perspective.CUSTOMER)


def _ideas(into: SheetCards, pieces: list[SheetPiece], phase: str, touchpoints: list[str], *, several: bool) -> None:
    """One opportunity, or one an entry of its cell; at the touchpoint where there is only one and the cell is only its."""
    mine = [each for each in pieces if each.target.startswith("opportunities.")]
    about = into.values("opportunities", [each for each in mine if each.target != IDEA])
    for piece in (each for each in mine if each.target == IDEA):
        into.take(piece)
        touchpoint = touchpoints[0] if len(touchpoints) == 1 and not piece.wide else None
        for title in items_of(piece.words) if several else (" ".join(piece.words.split()),):
            if not into.is_there("opportunities", piece.spot, title, title=title, phase=phase):
                into.add("opportunities", piece.spot, **about, title=title, phase=phase, touchpoint=touchpoint)


def _counts(into: SheetCards, pieces: list[SheetPiece], phase: str) -> None:
    periods = {each.spot[0]: each for each in pieces if each.target == PERIOD}
    for piece in (each for each in pieces if each.target == COUNT):
        period = periods.get(piece.spot[0])
        values = into.values("counts", [each for each in (piece, period) if each])
        if "count" in values:
            said = values.get("period", "")
            if not into.is_there("counts", piece.spot, piece.words, phase=phase, period=said):
                into.add("counts", piece.spot, **values, phase=phase)
