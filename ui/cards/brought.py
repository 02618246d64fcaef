"""The sheet that somebody brings: held by the tab from wherever it was chosen until its cards are taken over."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journey.model import Frame, Language, Workshop, new_id
from journey.phases import DEFAULT_MODEL, PhaseModel, built_in, model_of
from journey.roles import Right
from ui.state import session

if TYPE_CHECKING:
    from journey.exchange.own_sheets import SheetGrid, SheetPlan


@dataclass
class BroughtSheet:
    """What was brought: the sheets of the file, the one that is read and how. `seed` gives its cards their ids and `kind` is
    what tells sheets of its kind. `is_remembered`: it is read as the last one of this kind. `into_open`: into the open
    workshop, else into a new one that begins with `model`. `is_done`: its cards are in the workshop. `asks_for_phases`: at first
    sight some of its phases had no place. `all_alike`: every sheet of the file that is built like this one is read with it, and
    `naming` is what their names say (see `SheetNaming`). `beside`: the open workshop and its model as the sheet was looked at."""

    name: str = ""
    grids: "tuple[SheetGrid, ...]" = ()
    place: int = 0
    plan: "SheetPlan | None" = None
    seed: str = ""
    kind: str = ""
    is_remembered: bool = False
    into_open: bool = False
    model: str = DEFAULT_MODEL
    is_done: bool = False
    asks_for_phases: bool = False
    beside: tuple[str, str] = ("", "")
    all_alike: bool = False
    naming: str = "nothing"

    @property
    def grid(self) -> "SheetGrid":
        """The sheet that is read."""
        return self.grids[self.place]


def held() -> BroughtSheet:
    """What this tab brought last."""
    return session.of_tab(BroughtSheet)


def bring(name: str, grids: "tuple[SheetGrid, ...]", *, into_open: bool = True) -> None:
    """Take sheets up, those of a file or one that was pasted, and look at the one of which most is understood. `into_open`:
    into the open workshop, where there is one that this person may write into."""
    from journey.exchange.own_sheets import likeliest

    here = held()
    here.name, here.grids, here.is_done = name, grids, False
    here.all_alike, here.naming = False, "nothing"
    here.into_open = into_open and may_go_into_open()
    here.place = likeliest(grids, model())
    look_at(here.place)


def look_at(place: int, *, anew: bool = False) -> None:
    """Read another sheet of the file. `anew`: not as the last one of its kind was read."""
    from journey.exchange.own_sheets import guessed, kind_of_sheet, plan_from_json

    here = held()
    here.place, here.seed, here.beside = place, new_id(), _open_now()
    plan = guessed(here.grid, model())
    here.kind = kind_of_sheet(here.grid, plan)
    kept = None if anew else session.store().sheet_plans.of(session.current().browser, here.kind)
    known = plan_from_json(kept) if kept else None
    here.is_remembered = known is not None
    here.plan = _like_last_time(known, here.grid) if known else plan
    if not here.into_open:
        begin_with_fitting_model()
    here.asks_for_phases = not here.plan.own_model and not all(here.plan.phases.values())


def show(place: int) -> None:
    """Another one of the sheets that are alike, read as the one before; its own phases have their place."""
    from journey.exchange.own_sheets import placed

    here = held()
    here.place = place
    if here.plan is not None:
        fresh = placed(here.grid, here.plan, model())
        here.plan = replace(here.plan, phases={**fresh.phases, **here.plan.phases})


def look_again() -> None:
    """Look at the sheet anew where another workshop, or one with another model, is open by now, or none any more."""
    here = held()
    if here.grids and here.into_open and not may_go_into_open():
        let_go()
    elif here.grids and here.into_open and here.beside != _open_now():
        look_at(here.place)


def _open_now() -> tuple[str, str]:
    opened = session.current().opened
    return (opened.workshop.frame.id, opened.workshop.frame.phase_model) if opened else ("", "")


def begin_with_fitting_model() -> None:
    """For a new workshop: the model that the sheet's phases fit, or one of their own."""
    from journey.exchange.own_sheets import for_new_workshop

    here = held()
    if here.plan is not None:
        default = next(each for each in built_in(session.language()) if each.id == DEFAULT_MODEL)
        here.plan, begun = for_new_workshop(here.grid, here.plan, default, session.language(), here.grid.name)
        here.model = begun.id


def _like_last_time(plan: "SheetPlan", grid: "SheetGrid") -> "SheetPlan":
    """A plan that was kept, with the phases that this workshop has."""
    from journey.exchange.own_sheets import placed

    fresh = placed(grid, replace(plan, own_model=""), model())
    known = {phase.id for phase in model().phases} | {""}
    phases = {
        words: plan.phases[words] if plan.phases.get(words) in known else phase for words, phase in fresh.phases.items()
    }
    mine, now = plan.scale, fresh.scale
    fits = mine is not None and now is not None and mine.low <= now.low and now.high <= mine.high
    return replace(fresh, phases=phases, scale=mine if fits else now)


def let_go() -> None:
    """Nothing is held any more."""
    session.current().parts.pop(BroughtSheet, None)
    session.renew("own-sheet")


def may_go_into_open() -> bool:
    """Whether this person has a workshop open and may write into it."""
    return session.current().opened is not None and session.may(Right.EDIT)


def base() -> Workshop:
    """The workshop that the cards stand beside: the open one, or the new one as it begins."""
    here = held()
    if here.into_open:
        return session.workshop()
    frame = Frame(id=here.seed or "new", title=here.grid.name if here.grids else "", language=session.language(),
                  phase_model=here.model)  # fmt: skip
    return Workshop(frame=frame)


def model(language: Language | None = None) -> PhaseModel:
    """The phase model that the sheet's phases are placed in."""
    return model_of(base(), language or session.language())
