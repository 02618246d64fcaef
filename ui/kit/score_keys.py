"""A table of faces to score fast (see score_keys.js): what was set in which cell, by a click or a key. Cells to score have
the values `data-of` (the row), `data-at` (the column) and `data-score`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter

from journey.model import Emotion
from journey.palette import EMOTIONS, text_on
from ui.kit import acts, mounting
from ui.state import session

_MOUNT = mounting.component("journey_score_keys", Path(__file__).with_name("score_keys.js"))


Changed = tuple[str, str, int | None, int | None]
"""A cell by its row and its column, with its own score and the common one that is shown where it has none."""


@dataclass(frozen=True)
class Scored:
    """A cell that got a score, None where it was taken back. `seen` holds what stood there as far as the browser knew; None
    where it does not say."""

    row: str
    column: str
    score: Emotion | None
    number: int
    seen: tuple[Emotion | None] | None = None


_ACTS = TypeAdapter(list[Scored])


def unheard(table: str) -> Iterator[Scored]:
    """What was scored and not seen to yet, in its order."""
    return acts.unheard(_key(table), _ACTS)


def listen(
    table: str, faces: Mapping[Emotion, str], words: Callable[[Emotion], str], hear: Callable[[], None],
    changed: Iterable[Changed],
) -> bool:  # fmt: skip
    """Let the cells of the table in the container with this key show faces, and hear what is scored there, also where
    the table is about to be left. `changed` are cells that hold something else than the table was drawn with. True where
    the person rests and everything was seen to."""
    key = _key(table)
    heard = acts.heard(key)
    shown = [
        {"score": int(score), "face": face, "words": words(score), "fill": EMOTIONS[score], "ink": text_on(EMOTIONS[score])}
        for score, face in faces.items()
    ]  # fmt: skip
    data = {"table": f"st-key-{table}", "faces": shown, "heard": heard, "changed": list(changed)}
    _MOUNT(key=key, data=data, on_acts_change=hear, on_rests_change=_nothing)
    return bool(heard) and (session.value(key) or {}).get("rests") == heard


def _key(table: str) -> str:
    return f"score-keys-{table}"


def _nothing() -> None:
    """That somebody rests is seen to where the table is drawn."""
