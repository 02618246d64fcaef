"""A table of faces to score fast (see score_keys.js): what was set in which cell, by a click or a key. Cells to score have
the values `data-of` (the row), `data-at` (the column) and `data-score`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st

from journey.model import Emotion
from journey.palette import EMOTIONS, text_on
from ui.state import session

_MOUNT = st.components.v2.component(
    "journey_score_keys", js=Path(__file__).with_name("score_keys.js").read_text("utf-8")
)


Changed = tuple[str, str, int | None, int | None]
"""A cell by its row and its column, with its own score and the common one that is shown where it has none."""


@dataclass(frozen=True)
class Scored:
    """A cell that got a score, None where it was taken back."""

    row: str
    column: str
    score: int | None
    number: int


@dataclass
class _Done:
    """The number of the last score that was seen to, by table."""

    numbers: dict[str, int] = field(default_factory=dict)


def unheard(table: str) -> Iterator[Scored]:
    """What was scored and not seen to yet, in its order. One counts as seen to when the next is asked for."""
    done = session.of_tab(_Done).numbers
    for told in _told(table).get("scores") or ():
        one = Scored(**told)
        if one.number > done.get(table, 0):
            yield one
            done[table] = one.number


def listen(
    table: str, faces: Mapping[Emotion, str], words: Callable[[Emotion], str], hear: Callable[[], None],
    changed: Iterable[Changed],
) -> bool:  # fmt: skip
    """Let the cells of the table in the container with this key show faces, and hear what is scored there, also where
    the table is about to be left. `changed` are cells that hold something else than the table was drawn with. True where
    the person rests and everything was seen to."""
    heard = session.of_tab(_Done).numbers.get(table, 0)
    shown = [
        {"score": int(score), "face": face, "words": words(score), "fill": EMOTIONS[score], "ink": text_on(EMOTIONS[score])}
        for score, face in faces.items()
    ]  # fmt: skip
    data = {"table": f"st-key-{table}", "faces": shown, "heard": heard, "changed": list(changed)}
    _MOUNT(key=_key(table), data=data, on_scores_change=hear, on_rests_change=_nothing)
    return bool(heard) and _told(table).get("rests") == heard


def _told(table: str) -> dict[str, Any]:
    return session.value(_key(table)) or {}


def _key(table: str) -> str:
    return f"score-keys-{table}"


def _nothing() -> None:
    """That somebody rests is seen to where the table is drawn."""
