"""One field of one entity as a widget that saves itself (see controlled.py)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any

import streamlit as st
from pydantic import ValidationError

from journey.editing import Edit, kind_of, put, revise
from journey.history import field_words
from journey.model import FIRST_DAY, Entity, limit_of
from journey.texts import NotANumber, day_pattern, typed_number
from journey.texts import read_number as number_in
from ui.kit import controlled
from ui.kit.controlled import Field, Refused
from ui.state import session
from ui.state.session import Saving
from ui.state.words import field_name, plain, t, word

_LAST_DAY = date(2200, 12, 31)  # of the calendar; a later one in the document stays


@dataclass(frozen=True)
class Slot:
    """A field in a place: the key names both, so the same field may stand on the page and in a drawer. The first input
    makes the entity of a `fresh` one."""

    kind: str
    entity: Entity
    field: str
    place: str = "page"
    label: str | None = None
    help: str | None = None
    placeholder: str | None = None
    fresh: bool = False

    @property
    def key(self) -> str:
        return f"{self.place}:{self.entity.id}:{self.field}"

    @property
    def value(self) -> Any:
        return getattr(self.entity, self.field)

    @property
    def words(self) -> str:
        return self.label or field_name(self.kind, self.field)

    @property
    def limit(self) -> int:
        """How many characters the field takes."""
        return limit_of(type(self.entity), self.field)

    @property
    def held(self) -> Entity:
        """The entity as the document has it now; as it was, where somebody deleted it."""
        return session.workshop().find(self.entity.id) or self.entity


def line(slot: Slot, **options: Any) -> None:
    """One line of text."""
    _text(slot, partial(st.text_input, max_chars=slot.limit, **options))


def known(slot: Slot, names: Sequence[str], label: str) -> None:
    """Below a line of text: what stands in that field elsewhere, to be taken by a click. A second one empties the field."""

    def widget(value: str | None, **bound: Any) -> None:
        st.pills(label, names, default=value, format_func=plain, label_visibility="collapsed", wrap=True, **bound)

    line_ = _bound(slot, show=lambda held: held if held in names else None, parse=lambda taken: taken or "")
    controlled.draw(replace(line_, key=f"{slot.key}:known"), widget)


def area(slot: Slot, **options: Any) -> None:
    """Several lines of text; the box grows with them."""
    _text(slot, partial(st.text_area, max_chars=slot.limit, height=options.pop("height", "content"), **options))


def number(slot: Slot, read: Callable[[str], float | None] | None = None) -> None:
    """A number, typed the German or the English way; empty for none. `read` refuses what does not fit."""
    _text(slot, partial(st.text_input, max_chars=40), show=shown_number, parse=read or read_number)


def whole(slot: Slot) -> None:
    """A whole number of at least 0; empty for none."""
    _text(slot, partial(st.text_input, max_chars=40), show=shown_number, parse=read_whole)


def day(slot: Slot) -> None:
    """A date; empty for none."""
    shape = day_pattern(session.language())

    def widget(value: date | None, **bound: Any) -> None:
        first, last = (
            edge if value is None else pick(edge, value) for pick, edge in ((min, FIRST_DAY), (max, _LAST_DAY))
        )
        st.date_input(slot.words, value, format=shape, help=slot.help, min_value=first, max_value=last, **bound)

    controlled.draw(_bound(slot), widget)


def toggle(slot: Slot) -> None:
    """Yes or no."""
    controlled.draw(
        _bound(slot, parse=bool), lambda value, **bound: st.toggle(slot.words, value, help=slot.help, **bound)
    )


def select(slot: Slot, options: Sequence[Any], words: Callable[[Any], str] = word, *, optional: bool = False) -> None:
    """One of many choices, in a list that can be searched by typing; an optional one can be taken back."""
    known = [*options] if slot.value in options or slot.value is None else [*options, slot.value]

    def widget(value: Any, **bound: Any) -> None:
        place = known.index(value) if value in known else None if optional else 0
        st.selectbox(
            slot.words, known, index=place, format_func=words, help=slot.help, placeholder=t("frame.choose"),
            **bound,
        )  # fmt: skip

    controlled.draw(_bound(slot), widget)


def segments(slot: Slot, options: Sequence[Any], words: Callable[[Any], str] = word, *, required: bool = True) -> None:
    """One of a few choices, all in sight."""
    controlled.draw(_bound(slot), segmented(slot.words, options, words, slot.help, required=required))


def pills(slot: Slot, options: Sequence[Any], words: Callable[[Any], str]) -> None:
    """One of several choices, all in sight, in as many rows as they need."""
    offered = [*options] if slot.value in options else [*options, slot.value]

    def widget(value: Any, **bound: Any) -> None:
        st.pills(
            slot.words, offered, default=value, required=True, help=slot.help, wrap=True,
            format_func=lambda choice: plain(words(choice)), **bound,
        )  # fmt: skip

    controlled.draw(_bound(slot), widget)


def many(slot: Slot, options: Sequence[Any], words: Callable[[Any], str]) -> None:
    """Several of a few choices, all in sight. What is chosen but no longer offered is kept."""
    offered = list(options)

    def widget(value: Sequence[Any], **bound: Any) -> None:
        st.pills(
            slot.words, offered, selection_mode="multi", default=list(value), help=slot.help, wrap=True,
            format_func=lambda choice: plain(words(choice)), **bound,
        )  # fmt: skip

    def offered_only(value: tuple[Any, ...]) -> list[Any]:
        return [choice for choice in value if choice in offered]

    controlled.draw(_bound(slot, show=offered_only, parse=lambda chosen: _kept(slot, offered, chosen)), widget)


def several(slot: Slot, options: Sequence[Any], words: Callable[[Any], str] = word) -> None:
    """Several of many choices, in a list that can be searched by typing."""

    def widget(value: Sequence[Any], **bound: Any) -> None:
        st.multiselect(
            slot.words,
            options,
            default=list(value),
            format_func=words,
            placeholder=t("frame.choose"),
            help=slot.help,
            **bound,
        )

    controlled.draw(_bound(slot, show=list, parse=tuple), widget)


def shown_number(value: float | None) -> str:
    """A number as the person types it; empty for none."""
    return "" if value is None else typed_number(value, session.language())


def read_number(typed: str) -> float | None:
    """The number in a text, with comma or point as the decimal mark; None for nothing. Refused otherwise."""
    try:
        return number_in(typed, session.language())
    except NotANumber as error:
        raise Refused(t("frame.not_a_number", typed=plain(typed))) from error


def read_whole(typed: str) -> int | None:
    refused = Refused(t("frame.not_a_whole_number", typed=plain(typed)))
    try:
        read = number_in(typed, session.language())
    except NotANumber as error:
        raise refused from error
    if read is None:
        return None
    if read < 0 or read != int(read):
        raise refused
    return int(read)


def _text(
    slot: Slot, widget: Callable[..., Any], show: Callable[[Any], str] = str, parse: Callable[[str], Any] = str
) -> None:
    """A text field; one that is parsed shows the document's own form once it is left."""

    def shown(value: str, **bound: Any) -> None:
        widget(slot.words, value, help=slot.help, placeholder=slot.placeholder, **bound)

    controlled.draw(_bound(slot, show, parse, tidy=parse is not str), shown)


def segmented(
    label: str, options: Sequence[Any], words: Callable[[Any], str], help_: str | None, *, required: bool
) -> Callable[..., Any]:
    """The widget of one of a few choices, to be bound to a field."""

    def widget(value: Any, **bound: Any) -> None:
        st.segmented_control(
            label, options, default=value, format_func=words, required=required, help=help_, width="stretch", **bound
        )

    return widget


def _same(value: Any) -> Any:
    return value


def _bound(
    slot: Slot, show: Callable[[Any], Any] = _same, parse: Callable[[Any], Any] = _same, *, tidy: bool = False
) -> Field:
    """The field of an entity, bound to the document: `show` makes a widget's value of the field's, `parse` the reverse."""

    def read() -> Any:
        return show(getattr(slot.held, slot.field))

    def in_words(_: Any) -> str:
        value = getattr(slot.held, slot.field)
        return field_words(slot.kind, slot.field, value, session.workshop(), session.model(), session.language())

    return Field(
        slot.key, read, partial(_save, slot, parse), slot.words, cards=(slot.entity.id,), show=in_words, tidy=tidy
    )


def _save(slot: Slot, parse: Callable[[Any], Any], raw: Any) -> Saving:
    try:
        revised = revise(slot.held, **{slot.field: parse(raw)})
    except ValidationError as error:
        raise Refused(t("frame.does_not_fit", field=slot.words)) from error
    return saved(slot, revised)


def saved(slot: Slot, revised: Entity) -> Saving:
    """Save a new value of the slot's entity. One that others deleted is shown as a conflict of the whole card."""
    if slot.fresh or session.workshop().find(revised.id):
        return session.attempt(put(session.workshop(), revised))
    session.commit([Edit(kind=kind_of(revised), id=revised.id, before=slot.entity, after=revised)])
    return Saving.NOTHING


def _kept(slot: Slot, offered: list[Any], chosen: list[Any]) -> tuple[Any, ...]:
    held = getattr(slot.held, slot.field)
    return (*(one for one in offered if one in chosen), *(one for one in held if one not in offered))
