"""The kinds of walk. Each kind may contain some acts only, so that a few walks of it are likely to meet what it is about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from tests.browser.walks import adapter
from tests.browser.walks.acts.about import Detour, Go, GoBack, Refresh, Speak, SwitchView, Undo
from tests.browser.walks.acts.act import HAND, Act
from tests.browser.walks.acts.on_map import AddAtPlus, EditAtMark, PutBetween
from tests.browser.walks.acts.opening import OpenByButton, OpenFromMap, OpenFromTable
from tests.browser.walks.acts.tables import AddRow, DeleteRow, EditCell
from tests.browser.walks.acts.together import ChangeElsewhere, Look, Settle
from tests.browser.walks.acts.trouble import Cut, LeaveInDeadAir, Restart
from tests.browser.walks.acts.typing import AddByLine, Close, Delete, Duplicate, Leave, Type
from tests.browser.walks.machine import Choices

_PLACE = st.integers(0, 30)
_HOLD = st.sampled_from((0, HAND))
_YES = st.booleans()
_DETAILS: Mapping[type[Act], dict[str, st.SearchStrategy[object]]] = {
    OpenFromMap: {"place": _PLACE},
    OpenByButton: {"place": _PLACE, "hold": _HOLD},
    EditAtMark: {"place": _PLACE, "key": st.sampled_from(("Enter", "Tab", "Escape"))},
    AddAtPlus: {"place": _PLACE, "key": st.sampled_from(("Enter", "Escape"))},
    PutBetween: {"place": _PLACE, "after_it": _YES},
    OpenFromTable: {"row": _PLACE},
    Type: {"place": _PLACE, "replaces": _YES},
    Leave: {"key": st.just("Tab")},
    Close: {"way": st.sampled_from(adapter.WAYS), "hold": _HOLD},
    Duplicate: {"hold": _HOLD},
    Delete: {"hold": _HOLD},
    AddByLine: {"place": _PLACE},
    EditCell: {"row": _PLACE, "column": _PLACE},
    AddRow: {},
    DeleteRow: {"row": _PLACE},
    Go: {"place": _PLACE},
    SwitchView: {"place": _PLACE},
    Detour: {"place": _PLACE},
    Speak: {},
    Refresh: {},
    GoBack: {},
    Undo: {"redo": _YES},
    Look: {},
    ChangeElsewhere: {"place": _PLACE, "field": _PLACE, "same": _YES},
    Settle: {"mine": _YES},
    Cut: {"seconds": st.sampled_from((0.2, 3.0))},
    LeaveInDeadAir: {"late": _YES},
    Restart: {},
}


@dataclass(frozen=True)
class Kind:
    """A kind of walk: where it begins, what Anna and Bert may do, how long it is, and whether its server may be killed."""

    name: str
    start: str
    view: int
    anna: tuple[type[Act], ...]
    bert: tuple[type[Act], ...] = ()
    steps: int = 8
    own_server: bool = False

    def choices(self) -> Choices:
        """What each person may do."""
        acts = [(who, kind) for who, kinds in (("Anna", self.anna), ("Bert", self.bert)) for kind in kinds]
        return [(_any(kind, who), st.builds(kind, st.just(who), **_DETAILS[kind])) for who, kind in acts]


def _any(kind: type[Act], who: str) -> Act:
    """An act of this kind: whether it is possible doesn't depend on its details."""
    return kind(who, **{name: _FIRST[name] for name in _DETAILS[kind]})


_FIRST = {"place": 0, "hold": 0, "row": 0, "column": 0, "field": 0, "after_it": False, "replaces": False, "redo": False, "same": False,
          "late": False, "mine": False, "key": "Tab", "way": adapter.WAYS[0], "seconds": 0.2}  # fmt: skip

KINDS: Sequence[Kind] = (
    Kind("cards on the map", "journey-map", 0, (OpenFromMap, Type, Type, Type, Close, Close, Close, Leave, Duplicate, Delete, EditAtMark, AddAtPlus, PutBetween)),
    Kind(
        "two people", "journey-map", 0,
        (OpenFromMap, Type, Type, Type, Leave, Close, Settle, EditAtMark), (ChangeElsewhere, ChangeElsewhere, Settle), steps=6,
    ),
    Kind(
        "tables", "touchpoints", 1,
        (EditCell, EditCell, EditCell, AddRow, AddRow, AddRow, Detour, Detour, Detour, DeleteRow, OpenFromTable, Type, Close, Undo),
        steps=9,
    ),
    Kind(
        "getting about", "goals", 0,
        (Type, Type, Leave, Go, OpenByButton, Close, AddByLine, Speak, Refresh, GoBack, Undo, SwitchView),
        (Go, Type, Leave, AddByLine, Look, Settle),
    ),
    Kind(
        "trouble with the line", "journey-map", 0,
        (OpenFromMap, Type, Type, Type, Leave, Close, Cut, Cut, LeaveInDeadAir, LeaveInDeadAir, Restart, Restart, Refresh), (), steps=5, own_server=True,
    ),
)  # fmt: skip
