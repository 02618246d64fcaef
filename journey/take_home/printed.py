"""What goes out on paper: the endings of the PDF files, and what writes each."""

from collections.abc import Callable, Sequence
from functools import partial

from journey.live import RoomRecord
from journey.model import Language, Workshop

Writer = Callable[[Workshop, Language, Sequence[RoomRecord]], bytes]


def _printed(
    name: str,
    workshop: Workshop,
    language: Language,
    rooms: Sequence[RoomRecord] = (),  # noqa: ARG001 (as each format)
    **how: str | bool,
) -> bytes:
    from journey import paper

    written: bytes = getattr(paper, name)(workshop, language, **how)
    return written


PRINTED = {
    "pdf": partial(_printed, "write_report"),
    **{f"{size}.pdf": partial(_printed, "write_poster", size=size) for size in ("a3", "a2", "a1", "a0")},
    "wall.pdf": partial(_printed, "write_wall"),
    "worksheets.pdf": partial(_printed, "write_worksheets"),
    "lanes.pdf": partial(_printed, "write_lanes"),
    "cards.pdf": partial(_printed, "write_cards"),
}
"""Every printed format by its ending; names may hold two endings, since one of them tells what kind of PDF it is."""
