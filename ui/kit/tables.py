"""Tables and figures to read, as HTML. Tables scroll sideways where they do not fit, also by keyboard."""

from collections.abc import Iterable, Sequence

from ui.state.words import safe, t

TableRow = Sequence[str]

_NARROW = 3
"""So many columns fit a phone."""


def table(label: str, head: Sequence[str], rows: Iterable[TableRow], *, wide: bool = False, fits: bool = False) -> str:
    """A table whose first column names its rows. Cells are HTML already; `label` is read out to who cannot see it. One
    that `fits` a phone never scrolls there, like all with few columns; others say there that they do."""
    fits = fits or (len(head) <= _NARROW and not wide)
    top = "".join(f"<th scope='col'>{cell}</th>" for cell in head)
    body = "".join(f"<tr><th scope='row'>{first}</th>{_cells(rest)}</tr>" for first, *rest in rows)
    style = " style='min-width:60rem'" if wide else " style='min-width:0'" if fits else ""
    swipe = "" if fits else f"<p class='j-swipe' aria-hidden='true'>{safe(t('frame.swipe'))}</p>"
    return (
        f"{swipe}<div class='j-scroll' tabindex='0' role='region' aria-label='{safe(label)}'>"
        f"<table class='j-compare{' fits' if fits else ''}'{style}><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(cells: Iterable[str]) -> str:
    return "".join(f"<td>{cell}</td>" for cell in cells)


def figure_tiles(figures: Iterable[tuple[str, str, str]]) -> str:
    """Figures beside each other, a tile each: what it is, the figure, and what it says of it. One piece instead of the four that
    each would be of Streamlit's own: a view is opened the sooner the fewer it has."""
    tiles = (
        f"<div><dt>{safe(name)}</dt><dd>{safe(shown)}</dd><dd>{safe(below)}</dd></div>"
        for name, shown, below in figures
    )
    return f"<dl class='j-figures'>{''.join(tiles)}</dl>"
