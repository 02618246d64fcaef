"""Which lanes and phases of the map this tab has folded. Phases without a card are narrow by themselves, as long as others
have some."""

from dataclasses import dataclass, field

from journey.journey_map import JourneyMap
from ui.kit.stage import Act
from ui.map.marks import FOLD, PHASE, POINTS
from ui.state import session


@dataclass
class _Folds:
    """What was folded (True) or unfolded by hand: a lane by its name, a phase by its id."""

    by_hand: dict[str, bool] = field(default_factory=dict)
    narrow: frozenset[str] = frozenset()


def folded(journey: JourneyMap) -> frozenset[str]:
    """The folded lanes and phases of a map."""
    folds = session.of_workshop(_Folds)
    bare = {column.phase_id for column in journey.columns if not (column.feelings or any(column.cells.values()))}
    folds.narrow = frozenset(bare if len(bare) < len(journey.columns) else ())
    return now()


def now() -> frozenset[str]:
    """The folded lanes and phases of the map that was drawn last."""
    folds = session.of_workshop(_Folds)
    by_hand = {name for name, is_folded in folds.by_hand.items() if is_folded}
    return frozenset(by_hand | {name for name in folds.narrow if folds.by_hand.get(name, True)})


def is_fold(act: Act) -> bool:
    """Whether somebody clicked on what folds."""
    return act.at.startswith(FOLD) and act.key in POINTS


def turn(act: Act) -> None:
    """Fold the lane or the phase that was clicked, or unfold it."""
    name = act.id if act.at == PHASE else act.at.removeprefix(FOLD)
    session.of_workshop(_Folds).by_hand[name] = name not in now()
