"""What is about a person: addresses, names and telephone numbers. Such a column may be the case, never the activity, and
nothing of it is shown in a message."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from journey.lazy_re import lazy_re
from journey.numbers.reading.names import normal, parted

ADDRESS = lazy_re(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.\w{2,}", re.UNICODE)
_PHONE = lazy_re(r"(?:\+|00?)\d[\d ()/.-]{6,}\d")
_PAGE = lazy_re(r"https?:/|www\.|/[\w-]*(?:[/.?]|$)", re.IGNORECASE)
"""An address of a page, not of a person."""
_NAME = lazy_re(r"(?:[A-ZÄÖÜÉ][\w'’.-]+,? ){1,3}[A-ZÄÖÜÉ][\w'’.-]+")
_NAMES = lazy_re(
    r"\b(?:vorname|nachname|familienname|first ?name|last ?name|fname|lname|full ?name|surname|given ?name|kundenname|customer name|"
    r"contact name|kontaktname|ansprechpartner\w*|contact person|kontaktperson|e ?mail\w*|mail ?adresse|adresse|address|straße|strasse|"
    r"street|telefon\w*|phone\w*|mobil\w*|fax|ip|anrede|billing name|shipping name)\b"
)
_CODE = lazy_re(r"[A-Z0-9_/]{2,30}")
"""A field of SAP's tables, whose names stand below FNAME as well."""
_STAFF = lazy_re(
    r"\b(?:employee|staff|cashier|waiter|kassierer\w*|kellner\w*|bedienung|mitarbeiter\w*|bearbeiter\w*|sachbearbeit\w*|arzt|ärztin|doctor|physician|nurse|werker\w*|berater\w*|techniker\w*|teacher|consultant|operator|"
    r"owner|besitzer|inhaber|verantwortlich\w*|zuständig\w*|assignee|assigned (?:to|by)|responsible|"
    r"agent|author|autor|modified by|created by|changed by|edited by|updated by|geändert von|erstellt von|bearbeitet von|zugewiesen an|"
    r"sales ?rep\w*|vertriebler|verkäufer\w*|org resource|resource|ressource|reporter|requester|submitter|anwender|user name|username|benutzername)\b"
)
_THING = lazy_re(
    r"(?:event|ereignis|stage|phase\w*|status|state|step|schritt|action|aktion\w*|activity|aktivität\w*|page|seiten?|screen|task|aufgaben?|goal|ziel|conversion|"
    r"campaign|kampagnen?|product|produkt|item|artikel|property|feld|field|list|listen?|board|pipeline|form|formular|message|nachrichten?|touchpoint|kanal|channel) ?name"
)
"""What a name may be of besides a person."""
_FIRST_NAMES = Path(__file__).with_name("first_names.txt")
"""Frequent first names in German and English offices."""
_SURE = 0.5


def are_people(name: str, values: Sequence[str]) -> bool:
    """Whether a column is about people, by its name and by some of its values."""
    forms = (normal(name), parted(name))
    if "fname" in forms and values and all(map(_CODE.fullmatch, values)):
        return False
    if any(_NAMES.search(form) or _STAFF.search(form) for form in forms):
        pages = sum(_PAGE.match(value) is not None for value in values)
        return not (values and pages > _SURE * len(values)) and not re.search(
            r"\b(?:type|typ|status|id)\b", " ".join(forms)
        )
    if not values:
        return False
    addresses = sum("@" in value and ADDRESS.fullmatch(value) is not None for value in values)
    phones = sum(_PHONE.fullmatch(value) is not None and any(mark in value for mark in "+ /()") for value in values)
    if addresses >= _SURE * len(values) or phones >= _SURE * len(values):
        return True
    known = _first_names()
    several = [value.replace(",", " ").split() for value in values]
    first = sum(2 <= len(words) <= 4 and any(word.casefold() in known for word in words) for words in several)
    if first >= _SURE * len(values):
        return True
    alone = {words[0].casefold() for words in several if len(words) == 1}
    if len(alone) > 1 and sum(words[0].casefold() in known for words in several if len(words) == 1) > 0.8 * len(values):
        return True
    if any(map(_THING.fullmatch, forms)):
        return False
    named = any(form == "name" or (form.endswith((" name", " von", " by")) and len(form.split()) < 3) for form in forms)
    return (
        named
        and sum(_NAME.fullmatch(value) is not None for value in values) >= _SURE * len(values)
        and len(set(values)) > 3
    )


def is_staff(name: str) -> bool:
    """Whether a column's plain name says that it holds those who work on a case."""
    return _STAFF.search(name) is not None


def is_part_of_a_person(name: str) -> bool:
    """Whether a column's plain name says that it holds first names, streets and the like, which many people share."""
    return _NAMES.search(name) is not None and not re.search(
        "mail|phone|telefon|mobil|full ?name|customer name|kundenname", name
    )


def masked(text: str) -> str:
    """A text with addresses in it made unreadable."""
    return ADDRESS.sub("…@…", text) if "@" in text else text


@cache
def _first_names() -> frozenset[str]:
    return frozenset(_FIRST_NAMES.read_text("utf-8").split())
