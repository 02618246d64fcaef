"""A title for what comes from a file or a sample where the list has one of that title already."""

from itertools import count
from typing import Literal

from journey.model import LINE_LIMIT
from ui.state import session
from ui.state.words import day, figure, t, today

Whence = Literal["file", "sample", "template"]


def own_title(title: str, whence: Whence) -> str:
    """The title, or where a workshop of this person's list has it, the title and whence and when this one came."""
    taken = {_said(listed.title) for listed in session.store().workshops()}
    if _said(title) not in taken:
        return title
    asked = (_told(title, whence, number) for number in count(1))
    return next(words for words in asked if _said(words) not in taken)


def _told(title: str, whence: Whence, number: int) -> str:
    again = {} if number == 1 else {"number": figure(number)}
    end = t(f"start.from_{whence}{'_again' if again else ''}", day=day(today()), **again)
    return f"{(title or t('frame.untitled'))[: LINE_LIMIT - len(end) - 1]} {end}"


def _said(title: str) -> str:
    return title.strip().casefold()
