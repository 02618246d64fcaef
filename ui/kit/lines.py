"""Lines of text that wait for somebody to act on them: they make a card on Enter, or a button uses them. What is typed
stays until it was used, over refreshes and other pages too (see keeper.py)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from journey.editing import put, revise
from journey.lazy_re import lazy_re
from journey.model import LINE_LIMIT, NUMBER_LIMIT, Entity
from journey.roles import Right
from ui.kit import keeper
from ui.state import session
from ui.state.words import figure, plain, t

_NEXT = "⏎"  # stands between the lines of a list (see lines.js)
_MOST_CARDS = 200  # of one list
_BEGINNING = 30  # characters of a line that is named
_BULLET = lazy_re(r"^(?:[-–—•●◦▪·*]|\d{1,3}[.)])\s+")


def add_line(
    words: str, key: str, make: Callable[[str], Entity], *, place: str = keeper.PAGE,
    then: Callable[[Entity], None] | None = None,
) -> None:  # fmt: skip
    """A line that makes a card of what is typed into it, on Enter; of a pasted list a card a line, as one change. `make`
    gives the card of a title; `then` is done with one that was made alone. The words stay in the line where nothing was
    saved, with the reason below."""
    with st.container():
        typed = st.text_input(
            t(words), key=key, placeholder=t(f"{words}_hint"), icon=":material/add:",
            on_change=_entered, args=(key, make, then), label_visibility="collapsed", disabled=not session.may(Right.EDIT),
        )  # fmt: skip
        _refused(typed, LINE_LIMIT)
    keeper.keep(place, key, settled=None)


def titles_in(typed: str) -> tuple[str, ...]:
    """What is to become a card each: the whole, or the items of a pasted list without their bullets and numbers."""
    items = [item.strip() for item in typed.split(_NEXT) if item.strip()]
    return tuple(_BULLET.sub("", item) or item for item in items) if len(items) > 1 else tuple(items)


def too_much(titles: tuple[str, ...], *, limit: int = LINE_LIMIT) -> bool:
    """Whether these are more than are made at once, or one is longer than `limit` characters; the line says it below."""
    return len(titles) > _MOST_CARDS or any(len(title) > limit for title in titles)


def _refused(typed: str | None, limit: int) -> None:
    """Say which limit the words that wait in a line are past, for as long as they are."""
    titles = titles_in(typed or "")
    if not too_much(titles, limit=limit):
        return
    if len(titles) > _MOST_CARDS:
        said = t("field.too_many_lines", found=figure(len(titles)), most=figure(_MOST_CARDS))
    else:
        long = next(title for title in titles if len(title) > limit)
        begins = plain(long[:_BEGINNING].rstrip())
        said = t("field.line_too_long", begins=begins, found=figure(len(long)), limit=figure(limit))
    st.error(said, icon=":material/error:")


def entry(
    widget: Callable[..., Any], label: str, key: str, *, empties: bool = False, limit: int = LINE_LIMIT, **options: Any
) -> str:
    """A text that a button uses, or its own callback on Enter; `used` says when. One that `empties` itself is for the next
    words then: its callback takes those that are `fresh`, and says `empty`; what is `too_much`, by lines or by the `limit`
    of characters, is said below it."""
    if empties:
        with st.container():
            typed = widget(label, key=key, **options)
            _refused(typed, limit)
    else:
        typed = widget(label, key=key, **options)
    keeper.keep(keeper.PAGE, key, settled=None, saves=not empties)
    return str(typed or "")


def used(key: str) -> None:
    """What was typed under this key was used: nobody needs it any more."""
    keeper.forget(key, str(session.value(key) or ""))


@dataclass
class _Emptied:
    """What was used last of each line that empties itself, and at which turn."""

    lines: dict[str, tuple[str, int]] = field(default_factory=dict)


def fresh(key: str) -> str:
    """The words of a line that are to be used now. A browser that has not heard yet that the line is empty again sends the
    same words once more with any message: they are no new ones until it says that somebody typed them."""
    typed = str(session.value(key) or "")
    words, turn = session.of_tab(_Emptied).lines.get(key, ("", 0))
    return "" if typed == words and turn > keeper.repeated(keeper.place_of(key)) else typed.strip()


def empty(key: str) -> None:
    """The words of a line were used, and it is empty for the next ones. What was used is noted first: the callback may be
    begun again at any later step."""
    if fresh(key):
        session.of_tab(_Emptied).lines[key] = (str(session.value(key)), keeper.next_turn())
    used(key)
    session.set_value(key, "")


@session.to_its_end
def _entered(key: str, make: Callable[[str], Entity], then: Callable[[Entity], None] | None) -> None:
    typed = fresh(key)
    if not typed or _made(titles_in(typed), make, then):
        empty(key)


def _made(titles: tuple[str, ...], make: Callable[[str], Entity], then: Callable[[Entity], None] | None) -> bool:
    """Make the cards, in their order, as one change."""
    if too_much(titles):
        return False
    made = [make(title) for title in titles]
    cards = [revise(card, rank=min(NUMBER_LIMIT, card.rank + place)) for place, card in enumerate(made)]
    saved = session.commit(put(session.workshop(), *cards))
    if saved and then and len(cards) == 1:
        then(cards[0])
    return saved
