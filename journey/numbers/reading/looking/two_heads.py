"""Headers of two rows: groups of columns above ("Contact", "Sale", often in merged cells) and their names below."""

from collections.abc import Sequence

from journey.numbers.reading.shapes.pivot import is_pivot_head
from journey.numbers.reading.times.formats import looks_like_a_value

_LOOKED_AT, _VALUES, _FEWEST = 50, 0.8, 2


def names_of_two_rows(above: Sequence[str], head: Sequence[str], below: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The names of columns where `above` only groups what `head` names; () where `head` is a row like those below. The groups
    have gaps that the names fill; in some columns the names stand above numbers or times alone. Names that come again
    have their group's in front."""
    groups, names = ([cell.strip() for cell in cells] for cells in (above, head))
    filled = sum(map(bool, names))
    if filled <= sum(map(bool, groups)) or not any(
        name and not group for group, name in zip(groups, names, strict=True)
    ):
        return ()
    if any(name and looks_like_a_value(name) for name in names) or is_pivot_head(head, below):
        return ()
    valued = sum(
        _are_values([row[place].strip() for row in below[:_LOOKED_AT]]) for place, name in enumerate(names) if name
    )
    if valued < _FEWEST:
        return ()
    return tuple(_joined(group, name, names) for group, name in zip(_to_the_right(groups), names, strict=True))


def _are_values(cells: Sequence[str]) -> bool:
    """Whether cells are numbers or times."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(map(looks_like_a_value, filled)) >= _VALUES * len(filled)


def _to_the_right(groups: Sequence[str]) -> list[str]:
    found, held = [], ""
    for group in groups:
        held = group or held
        found.append(held)
    return found


def _joined(group: str, name: str, names: Sequence[str]) -> str:
    if not name:
        return group
    return f"{group} {name}" if group and names.count(name) > 1 else name
