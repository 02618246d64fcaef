"""What other people, and this person's other tabs, do in the open workshop."""

from journey.history import author_name
from journey.store import Logged
from journey.texts import text
from ui.state.session.database import store
from ui.state.session.tab import current, here, language


def is_behind() -> bool:
    """Whether the store has changes that this tab has not seen: one primary-key read."""
    opened = current().opened
    return opened is not None and store().sequence(opened.workshop.frame.id) != opened.sequence


def news() -> tuple[Logged, ...]:
    """What others saved that this tab has not taken in yet."""
    opened = current().opened
    return store().since(opened.workshop.frame.id, opened.sequence) if opened else ()


def others_since(sequence: int) -> tuple[Logged, ...]:
    """What other tabs have saved after this sequence number, of what this tab has taken in."""
    held = here()
    return tuple(one for one in held.log if one.sequence > sequence and one.sequence not in held.mine)


def who_changed(*cards: str) -> str:
    """Who, of the others, changed one of these cards last, by name."""
    held = here()
    for one in reversed(held.log):
        if one.sequence not in held.mine and any(edit.id in cards for edit in one.change.edits):
            return name_of_browser(one.author)
    return name_of_browser("")


def is_by_others(*cards: str) -> bool:
    """Whether somebody else changed one of these cards, as far as this tab's log goes back."""
    me = current().browser
    return any(one.author != me and any(e.id in cards for e in one.change.edits) for one in here().log)


def name_of_browser(browser: str) -> str:
    """What the person in front of a browser is called here, as a sentence begins with it."""
    if browser == current().browser:
        return text("frame.other_window", language())
    opened = current().opened
    names = store().people.names(opened.workshop.frame.id) if opened else {}
    name = author_name(browser, names, current().browser, language())
    return name[:1].upper() + name[1:]
