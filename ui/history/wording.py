"""The history in words: who somebody is to the person who reads, and what happened to cards, before and after, as HTML."""

from collections.abc import Callable, Iterable, Sequence

from journey.editing import Edit
from journey.history import CardChange, FieldChange, author_name, describe, details, is_deletion
from journey.rounds import REMOVE_ROUND
from journey.store import Logged
from ui.state import session
from ui.state.words import figure, safe, t

Caller = Callable[[str], str]
"""Gives what to call an author."""


def caller() -> Caller:
    """What to call the authors of the open workshop."""
    names = session.store().people.names(session.workshop().frame.id)
    me, language = session.current().browser, session.language()
    return lambda author: author_name(author, names, me, language)


def name_of(entry: Logged) -> str:
    """The name of a change."""
    return describe(entry.change, session.workshop(), session.language(), session.model())


def take_back_word(entry: Logged) -> str:
    """What taking a change back is called, as the end of a key: what was deleted is brought back."""
    deletes = entry.change.label == REMOVE_ROUND or is_deletion(entry.change.edits)
    return "bring_back" if deletes else "take_back"


def told(edits: Iterable[Edit]) -> tuple[CardChange, ...]:
    """Edits card by card, in this person's words."""
    return details(edits, session.workshop(), session.language(), session.model())


def cards(changes: Sequence[CardChange], most: int, *, to_come: bool = False) -> str:
    """Cards with their fields before and after, as HTML: at most so many, and how many more there are. `to_come`: what
    would happen to them, not what did."""
    tense = "coming" if to_come else "deed"
    items = "".join(f"<li>{_card(change, tense)}</li>" for change in changes[:most])
    more = len(changes) - most
    rest = f"<p class='j-quiet'>{t('history.page.more', count=figure(more))}</p>" if more > 0 else ""
    return f"<ul class='j-deeds'>{items}</ul>{rest}"


def _card(change: CardChange, tense: str) -> str:
    deed = t(f"history.{tense}.{change.deed.value}")
    fields = "".join(f"<li>{_field(field)}</li>" for field in change.fields)
    return f"<b>{safe(change.title)}</b> <span class='j-quiet'>{deed}</span>" + (f"<ul>{fields}</ul>" if fields else "")


def _field(field: FieldChange) -> str:
    return f"{safe(field.word)}: <del>{safe(field.old)}</del> → <ins>{safe(field.new)}</ins>"
