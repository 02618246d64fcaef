"""Which changes to see: by person, by kind of card, by card (those that are gone too), deletions alone, by words."""

import streamlit as st

from journey.history import card_name
from journey.model import FRAME, KINDS, Entity
from journey.store import Sought
from ui.history.wording import Caller, caller
from ui.kit.sought_history import KEYS
from ui.state import session, worked_out
from ui.state.words import apart, t

_NAMED = ("goals", "personas", "touchpoints", "campaigns", "opportunities", "actions", "sources", "models")
"""Kinds whose cards people know by name; of other kinds, cards are offered once the kind is chosen."""


def sought() -> Sought:
    """The filters; what they ask for."""
    people = session.store().people.names(session.workshop().frame.id)
    with st.container(horizontal=True, vertical_alignment="bottom", key="history-filter"):
        words = st.text_input(t("history.page.words"), key=KEYS["words"], type="search", icon=":material/search:",
                              placeholder=t("history.page.words_hint"), width=260)  # fmt: skip
        author = _select("author", _people(people, caller()))
        kind = _select("kind", {kind: t(f"fields.plural.{kind}") for kind in KINDS})
        card = _select("card", _cards(kind))
        deletions = st.toggle(t("history.page.deletions"), key=KEYS["deletions"])
    return Sought(author or "", kind or "", (card,) if card else (), deletions, words or "")


def _select(name: str, options: dict[str, str]) -> str | None:
    key = KEYS[name]
    if session.value(key) not in {None, *options}:
        session.set_value(key, None)
    words = apart(options)
    chosen: str | None = st.selectbox(t(f"history.page.{name}"), list(options), index=None, key=key, width=220,
                                      format_func=words.__getitem__, placeholder=t(f"history.page.any_{name}"))  # fmt: skip
    return chosen


def _people(names: dict[str, str], called: Caller) -> dict[str, str]:
    return {author: called(author) for author in names}


def _cards(kind: str | None) -> dict[str, str]:
    """Cards by id: those that are there, and those that are gone."""
    workshop, kinds = session.workshop(), (kind,) if kind else _NAMED
    there = {card.id: _called(kind, card) for kind in kinds if kind != FRAME for card in workshop.collection(kind)}
    gone = worked_out.kept("deleted", (), lambda: session.store().past.deleted(workshop.frame.id))
    return {
        **there,
        **{card.id: t("history.page.gone", card=_called(kind, card)) for kind, card in gone if kind in kinds},
    }


def _called(kind: str, card: Entity) -> str:
    name = card_name(card, session.workshop(), session.language(), session.model()) or t("frame.unnamed")
    return f"{name} · {t(f'fields.kinds.{kind}')}"
