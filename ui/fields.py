"""One field of one entity as a widget that saves itself. A change made elsewhere (undo, another tab, a drawer) shows up
in the widget; half-typed text of other fields stays."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import inf, isfinite
from typing import Any

import streamlit as st
from pydantic import ValidationError

from journey.editing import put, revise
from journey.journey_map import matters_to
from journey.model import FIRST_DAY, LINE_LIMIT, TEXT_LIMIT, Emotion, Entity, Language, PersonaEmotion, Touchpoint
from ui import session
from ui.words import field_name, plain, t, word

FACES = {-2: "😣", -1: "🙁", 0: "😐", 1: "🙂", 2: "😀"}
_UNSEEN = object()

# 1234.5 or 1234,5; then 1.234,5 and 1,234.5. A zero begins no group of thousands: 0.125 is an eighth in both languages.
_UNGROUPED = re.compile(r"[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?")
_POINTS = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?")
_COMMAS = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")


@dataclass(frozen=True)
class Slot:
    """A field in a place: the key names both, so the same field may stand on the page and in a drawer."""

    kind: str
    entity: Entity
    field: str
    place: str = "page"
    label: str | None = None
    help: str | None = None
    placeholder: str | None = None

    @property
    def key(self) -> str:
        return f"{self.place}:{self.entity.id}:{self.field}"

    @property
    def value(self) -> Any:
        return getattr(self.entity, self.field)

    @property
    def words(self) -> str:
        return self.label or field_name(self.kind, self.field)


class NotReadable(ValueError):
    """What was typed is not what the field holds; the message is for the person."""


def line(slot: Slot, **options: Any) -> None:
    """One line of text."""
    _sync(slot, slot.value)
    st.text_input(slot.words, max_chars=LINE_LIMIT, **_common(slot, str), **options)
    _problem(slot)


def area(slot: Slot, **options: Any) -> None:
    """Several lines of text; the box grows with them."""
    _sync(slot, slot.value)
    st.text_area(
        slot.words, max_chars=TEXT_LIMIT, height=options.pop("height", "content"), **_common(slot, str), **options
    )
    _problem(slot)


def number(slot: Slot) -> None:
    """A number, typed the German or the English way; empty for none."""
    _sync(slot, shown_number(slot.value))
    st.text_input(slot.words, max_chars=40, **_common(slot, read_number))
    _problem(slot)


def whole(slot: Slot) -> None:
    """A whole number of at least 0; empty for none."""
    _sync(slot, shown_number(slot.value))
    st.text_input(slot.words, max_chars=40, **_common(slot, _read_whole))
    _problem(slot)


def day(slot: Slot) -> None:
    """A date; empty for none."""
    shape = "DD.MM.YYYY" if session.language() is Language.DE else "YYYY-MM-DD"
    _sync(slot, slot.value)
    st.date_input(
        slot.words, None, format=shape, key=slot.key, on_change=_changed, args=(slot, _same), help=slot.help,
        min_value=FIRST_DAY, max_value=date(2200, 12, 31),
    )  # fmt: skip
    _problem(slot)


def toggle(slot: Slot) -> None:
    """Yes or no."""
    _sync(slot, slot.value)
    st.toggle(slot.words, key=slot.key, on_change=_changed, args=(slot, bool), help=slot.help)


def select(slot: Slot, options: Sequence[Any], words: Callable[[Any], str] = word, *, optional: bool = False) -> None:
    """One of many choices, in a list that can be searched by typing; an optional one can be taken back."""
    known = [*options] if slot.value in options or slot.value is None else [*options, slot.value]
    _sync(slot, slot.value)
    st.selectbox(
        slot.words, known, index=None if optional else 0, format_func=words, key=slot.key, on_change=_changed, args=(slot, _same),
        help=slot.help, placeholder=t("frame.choose"),
    )  # fmt: skip


def segments(slot: Slot, options: Sequence[Enum], words: Callable[[Any], str] = word, *, required: bool = True) -> None:
    """One of a few choices, all in sight."""
    _sync(slot, slot.value)
    st.segmented_control(
        slot.words, options, format_func=words, key=slot.key, on_change=_changed, args=(slot, _same), required=required,
        help=slot.help, width="stretch",
    )  # fmt: skip


def emotion(slot: Slot) -> None:
    """How it feels, from −2 to +2; a second click on the chosen face takes the score back."""
    segments(slot, list(Emotion), face, required=False)


def many(slot: Slot, options: Sequence[Any], words: Callable[[Any], str]) -> None:
    """Several of a few choices, all in sight. What is chosen but no longer offered is kept."""
    offered = list(options)
    _sync(slot, [choice for choice in slot.value if choice in offered])
    st.pills(
        slot.words, offered, selection_mode="multi", format_func=lambda choice: plain(words(choice)), key=slot.key,
        on_change=_changed, args=(slot, lambda chosen: _kept(slot, offered, chosen)), help=slot.help, wrap=True,
    )  # fmt: skip


def several(slot: Slot, options: Sequence[Any], words: Callable[[Any], str] = word) -> None:
    """Several of many choices, in a list that can be searched by typing."""
    _sync(slot, list(slot.value))
    st.multiselect(
        slot.words, options, format_func=words, key=slot.key, on_change=_changed, args=(slot, tuple),
        placeholder=t("frame.choose"), help=slot.help,
    )  # fmt: skip


def persona_emotions(slot: Slot) -> None:
    """How single personas feel where they differ from the common score."""
    touchpoint = slot.entity
    if not isinstance(touchpoint, Touchpoint):
        return
    own = {differing.persona: differing.emotion for differing in touchpoint.persona_emotions}
    for persona in session.workshop().personas:
        if matters_to(session.workshop(), touchpoint, persona.id) or persona.id in own:
            key = f"{slot.key}:{persona.id}"
            _sync_key(key, own.get(persona.id))
            st.segmented_control(
                plain(t("touchpoints.feels", name=persona.name or t("frame.unnamed"))), list(Emotion), format_func=face,
                key=key, on_change=_persona_feels, args=(slot, persona.id), width="stretch",
            )  # fmt: skip


def face(score: Emotion | None) -> str:
    """A score as people see it: a face and the number."""
    return "–" if score is None else f"{FACES[int(score)]} {int(score):+d}".replace("-", "−").replace("+0", "0")


def shown_number(value: float | None) -> str:
    """A number as the person types it; empty for none."""
    if value is None:
        return ""
    shown = f"{value:.15g}"
    return shown.replace(".", ",") if session.language() is Language.DE else shown


def read_number(typed: str) -> float | None:
    """The number in a text, with comma or point as the decimal mark; None for nothing. NotReadable otherwise."""
    if not typed.strip():
        return None
    bare = re.sub(r"\s", "", typed).replace("−", "-").removesuffix("%")
    mine, other = (_POINTS, _COMMAS) if session.language() is Language.DE else (_COMMAS, _POINTS)
    if mine.fullmatch(bare) or (other.fullmatch(bare) and not _UNGROUPED.fullmatch(bare)):
        bare = bare.replace("." if _POINTS.fullmatch(bare) else ",", "")
    read = float(bare.replace(",", ".")) if _UNGROUPED.fullmatch(bare) else inf
    if not isfinite(read):
        raise NotReadable(t("frame.not_a_number", typed=plain(typed)))
    return read


def _read_whole(typed: str) -> int | None:
    read = read_number(typed)
    if read is not None and (read < 0 or read != int(read)):
        raise NotReadable(t("frame.not_a_whole_number", typed=plain(typed)))
    return None if read is None else int(read)


def _common(slot: Slot, parse: Callable[[Any], Any]) -> dict[str, Any]:
    return {
        "key": slot.key,
        "on_change": _changed,
        "args": (slot, parse),
        "help": slot.help,
        "placeholder": slot.placeholder,
    }


def _problem(slot: Slot) -> None:
    """What was wrong with the last input of a field, below it."""
    message = session.current().shelf.get(f"problem:{slot.key}")
    if message:
        st.error(message, icon=":material/error:")


def _sync(slot: Slot, shown: Any) -> None:
    _sync_key(slot.key, shown)


def _sync_key(key: str, shown: Any) -> None:
    """Give the widget the document's value when it is new or when the value changed elsewhere."""
    if session.value(f"{key}:seen", _UNSEEN) != shown or session.value(key, _UNSEEN) is _UNSEEN:
        session.set_value(key, shown)
        session.set_value(f"{key}:seen", shown)


def _changed(slot: Slot, parse: Callable[[Any], Any]) -> None:
    shelf = session.current().shelf
    shelf.pop(f"problem:{slot.key}", None)
    entity = session.workshop().find(slot.entity.id)
    if entity is None:
        return
    try:
        revised = revise(entity, **{slot.field: parse(session.value(slot.key))})
    except NotReadable as error:
        shelf[f"problem:{slot.key}"] = str(error)
        return
    except ValidationError:
        shelf[f"problem:{slot.key}"] = t("frame.does_not_fit", field=slot.words)
        return
    session.commit(put(session.workshop(), revised))


def _persona_feels(slot: Slot, persona: str) -> None:
    entity = session.workshop().find(slot.entity.id)
    if isinstance(entity, Touchpoint):
        score = session.value(f"{slot.key}:{persona}")
        others = tuple(differing for differing in entity.persona_emotions if differing.persona != persona)
        own = () if score is None else (PersonaEmotion(persona=persona, emotion=score),)
        session.commit(put(session.workshop(), revise(entity, persona_emotions=(*others, *own))))


def _same(chosen: Any) -> Any:
    return chosen


def _kept(slot: Slot, offered: list[Any], chosen: list[Any]) -> tuple[Any, ...]:
    return (*(one for one in offered if one in chosen), *(one for one in slot.value if one not in offered))
