"""Cells that hold several things."""

from collections.abc import Callable
from typing import Any

from journey.exchange.layout.cells.kind import Noted, Take
from journey.exchange.layout.cells.text import words_in
from journey.exchange.layout.names import several


def several_taker(find: Callable[[str], object], whole: Callable[[str], bool] = lambda _line: False) -> Take:
    """Takes all that a cell names; what means nothing is lost. `whole` tells a line that is one thing (see `several`)."""

    def take(raw: Any) -> Any:
        found, lost = several(words_in(raw), find, whole)
        return Noted(tuple(found), lost=tuple(lost)) if lost else tuple(found)

    return take
