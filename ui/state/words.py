"""Interface words in the language of the person in front of this tab."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from html import escape
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import streamlit as st

from journey import texts
from journey.lazy_re import lazy_re
from journey.texts import choice, number, percent, text, told_apart
from ui.state import session

_SIGNS = lazy_re(r"(\\[-<>~])(?=\\[-=>])")
"""Of these two in a row Streamlit makes one sign: an arrow, a dash, "≥"."""
_MARKUP = lazy_re(r"([\\`*_{}\[\]()#+\-.!|<>~$&^=])")


def t(key: str, **values: object) -> str:
    """The words of a key."""
    return text(key, session.language(), **values)


def word(member: Any) -> str:
    """The words of a closed choice's member; empty for None."""
    return "" if member is None else choice(member, session.language())


def field_name(kind: str, field: str) -> str:
    """What a field of an entity is called."""
    return t(f"fields.{kind}.{field}")


def many(key: str, count: int, **named: str) -> str:
    """A counted noun: `<key>.one` for 1, else `<key>.many`, with the number in {count} and what else stands there by its name."""
    return t(f"{key}.{'one' if count == 1 else 'many'}", count=figure(count), **named)


def figure(value: float, digits: int | None = None) -> str:
    """A number as this person writes it."""
    return number(value, session.language(), digits)


def money(value: float, escaped: Callable[[str], str]) -> str:
    """An amount in the open workshop's currency, as this person writes it. The currency is typed: `escaped` makes it
    harmless where it will stand (`plain` or `safe`)."""
    return texts.money(value, escaped(session.workshop().frame.currency), session.language())


def share(value: float, digits: int = 0) -> str:
    """A share of 1 as a percentage."""
    return percent(value, session.language(), digits)


def day(value: date) -> str:
    """A day as this person writes it."""
    return texts.day(value, session.language())


def period(name: str) -> str:
    """A period of counts as this person reads it."""
    return texts.period(name, session.language())


def moment(when: datetime) -> str:
    """A point in time, in the browser's time zone, as this person writes it."""
    return texts.moment(when.astimezone(_zone()), session.language())


def today() -> date:
    """The day that it is, in the browser's time zone."""
    return datetime.now(UTC).astimezone(_zone()).date()


def day_at(when: datetime) -> date:
    """The day that it was at a point in time, in the browser's time zone."""
    return when.astimezone(_zone()).date()


def _zone() -> ZoneInfo | None:
    zone = st.context.timezone
    return ZoneInfo(zone) if zone in _zones() else None


@cache
def _zones() -> frozenset[str]:
    """The time zones that this machine knows; asking it takes a walk through its disk."""
    return frozenset(available_timezones())


def apart(names: Mapping[str, str]) -> dict[str, str]:
    """Names to choose from, by id: empty ones get words, equal ones a number. Streamlit knows an option by its words
    alone: of two with the same words it takes the last one, whichever was clicked."""
    return told_apart(names, t("frame.unnamed"))


def plain(typed: str) -> str:
    """What a person typed, for a place that renders Markdown (labels, toasts): nothing in it takes effect."""
    escaped = _SIGNS.sub("\\1\u2060", _MARKUP.sub(r"\\\1", typed.replace("\n", " ")))
    return re.sub(r"([:@])", "\\1\u2060", re.sub(r"(?i)(www|http)", "\\1\u2060", escaped))


def spoken(typed: str) -> str:
    """What a person typed, for a hidden label: screen readers get it without the strokes of `plain`, and the Markdown
    that Streamlit draws unseen makes no picture and no link of it."""
    return re.sub(r"(?i)(www|http|[\[\]!:<@])", "\\1\u2060", typed.replace("\n", " "))


def safe(typed: str) -> str:
    """What a person typed, for HTML: nothing in it takes effect; line breaks are kept."""
    return escape(typed).replace("\n", "<br>")


def safe_name(name: str) -> str:
    """The name of an event for HTML, which may go on in the next line behind a joining mark ("view_" "item")."""
    return safe(name).replace("_", "_<wbr>")
