"""Columns of the tables that are typed into: text, choices, references, in the person's language. A choice stands in its
cell as the words that people see, so that these can be copied, pasted and read aloud."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import IntEnum
from typing import Any, Literal

import streamlit as st

from journey.model import FIRST_DAY, KINDS, choices_of, limit_of, references
from journey.texts import day_pattern
from ui.kit.grid import GridColumn
from ui.kit.nameable import name_of_lost, names_of
from ui.state import session
from ui.state.words import apart, field_name, word

_SCALE = 125  # px: the longest word of a scale, such as "Sehr schlecht"


def text(
    kind: str,
    field: str,
    *,
    pinned: bool = False,
    required: bool = False,
    width: Literal["small", "medium", "large"] = "medium",
) -> GridColumn:
    """One or several lines of text."""
    config = st.column_config.TextColumn(
        field_name(kind, field),
        pinned=pinned,
        required=required,
        width=width,
        max_chars=limit_of(KINDS[kind], field),
    )
    return GridColumn(config, read=lambda value: value or "")


def choice(kind: str, field: str) -> GridColumn:
    """One of a closed choice, or none where the model begins with none."""
    members, default = choices_of(KINDS[kind], field), KINDS[kind].model_fields[field].default
    words = {member: word(member) for member in members}
    config = st.column_config.SelectboxColumn(
        field_name(kind, field),
        options=list(words.values()),
        required=default is not None,
        default=words.get(default),
        width=_SCALE if issubclass(members, IntEnum) else None,
    )
    return GridColumn(config, show=words.get, read=_meant(words))


def day(kind: str, field: str) -> GridColumn:
    """A date, or none."""
    shape = day_pattern(session.language())
    config = st.column_config.DateColumn(field_name(kind, field), format=shape, min_value=FIRST_DAY)
    return GridColumn(config, read=lambda value: date.fromisoformat(str(value)[:10]) if value else None)


def reference(kind: str, field: str, fresh: int | None = None) -> GridColumn:
    """A phase or another card, by its name; one that is gone stays as it is until another is chosen. New rows begin with
    the one at the place `fresh`: the browser keeps a row back until its required cells are filled, so those that can have
    a default need one."""
    named = references(KINDS[kind])[field]
    names = names_of(named.target)
    words = _words(named.target, names, (getattr(entity, field) for entity in session.workshop().collection(kind)))
    config = st.column_config.SelectboxColumn(
        field_name(kind, field), options=list(words.values()), required=named.needed, width="medium",
        default=None if fresh is None else words[list(names)[fresh]],
    )  # fmt: skip
    return GridColumn(config, show=words.get, read=_meant(words))


def number(kind: str, field: str) -> GridColumn:
    """A number, or none."""
    return GridColumn(st.column_config.NumberColumn(field_name(kind, field), format="localized", width="small"))


def level(kind: str, field: str) -> GridColumn:
    """A whole number from 1 to 5, or none."""
    config = st.column_config.NumberColumn(field_name(kind, field), min_value=1, max_value=5, step=1, width=190)
    return GridColumn(config, read=lambda value: None if value is None else int(value))


def told(label: str, words: Mapping[str, str]) -> GridColumn:
    """What a row is about, in words by its card's id, only to be read."""
    config = st.column_config.TextColumn(label, disabled=True, width="large")
    return GridColumn(config, show=lambda card: words.get(card, ""))


def several(kind: str, field: str) -> GridColumn:
    """Several other cards, by their names."""
    held = (one for entity in session.workshop().collection(kind) for one in getattr(entity, field))
    target = references(KINDS[kind])[field].target
    words = _words(target, names_of(target), held)
    config = st.column_config.MultiselectColumn(field_name(kind, field), options=list(words.values()), width="medium")
    meant = _meant(words)
    return GridColumn(
        config,
        show=lambda ids: [words[one] for one in ids],
        read=lambda chosen: tuple(meant(one) for one in chosen or ()),
    )


def flag(kind: str, field: str) -> GridColumn:
    """Yes or no."""
    return GridColumn(st.column_config.CheckboxColumn(field_name(kind, field), width="small"), read=bool)


def _words(target: str, names: Mapping[str, str], held: Iterable[str | None]) -> dict[str, str]:
    """Ids in words, each with its own: those to choose from, and those that cards name though nobody has them."""
    lost = {one: name_of_lost(target, one) for one in held if one and one not in names}
    return apart({**names, **lost})


def _meant(words: Mapping[Any, str]) -> Callable[[str | None], Any]:
    """From words back to what they stand for."""
    meant = {shown: value for value, shown in words.items()}
    return lambda shown: meant[shown] if shown else None
