"""What a column's name alone says for or against a role: that it numbers things, names staff, or is what something was before."""

from collections.abc import Sequence

from journey.lazy_re import lazy_re
from journey.numbers.reading.columns.looks import ColumnLook
from journey.numbers.reading.columns.persons import is_part_of_a_person, is_staff
from journey.numbers.reading.columns.role_names import NEW, OLD, forms_of, whole_names

HAPPENINGS = frozenset(
    (
        "pageview", "page view", "screen view", "session start", "first visit", "click", "scroll", "search", "signup", "sign up",
        "signed up", "login", "log in", "add to cart", "view item", "begin checkout", "checkout", "purchase", "order", "download",
        "form submit", "submit", "open", "opened", "clicked", "delivered", "bounce", "unsubscribe", "seitenaufruf", "anmeldung",
        "registrierung", "warenkorb", "bestellung", "kauf", "klick",
    )
)  # fmt: skip
"""What tools call what happened, whatever they call the column."""
_OTHERS = ("channel", "campaign", "segment", "cost", "revenue")
_NUMBER = lazy_re(r"\b(?:\w*(?:nummer|nr)|number|no|id|nr|bon|beleg|receipt|sku)\b")
_TRADE = lazy_re(r"\b(?:order|bestell\w*|auftrag\w*|rechnung\w*|invoice|beleg\w*|bon|kunde\w*|customer)\b")


def holds_old_or_new(column: ColumnLook) -> bool:
    """Whether a column holds what something was, or is now."""
    return any(OLD.search(form) or NEW.search(form) for form in forms_of(column))


def is_of_another_role(column: ColumnLook) -> bool:
    """Whether a column's whole name is that of a channel, campaign, segment or amount."""
    return any(form in whole_names(role) for form in forms_of(column) for role in _OTHERS)


def is_called_a_number(column: ColumnLook) -> bool:
    """Whether a column is called the number of something."""
    return any(_NUMBER.search(form) for form in forms_of(column))


def is_question(column: ColumnLook, columns: Sequence[ColumnLook]) -> bool:
    """Whether a column is one of several questions, below which a form's answers stand."""
    asked = [one for one in columns if one.name.rstrip().endswith("?")]
    return len(asked) > 1 and column in asked


def speaks_of_trade(column: ColumnLook) -> bool:
    """Whether a column's name speaks of orders, invoices or customers."""
    return any(_TRADE.search(form) for form in forms_of(column))


def names_part_of_a_person(column: ColumnLook) -> bool:
    """Whether a column is called first name, street and the like, which many people share."""
    return any(map(is_part_of_a_person, forms_of(column)))


def names_staff(column: ColumnLook) -> bool:
    """Whether a column is called after those who work on a case."""
    return any(map(is_staff, forms_of(column)))
