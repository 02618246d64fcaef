"""Cards that somebody has taken in hand on the map, one or several, to put them elsewhere or to change them together: always
as one change."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import streamlit as st

from journey.editing import Edit, placed, put, remove, revise
from journey.journey_map import Lane
from journey.model import Emotion, Opportunity, Touchpoint, in_order
from ui.kit import feelings, gone
from ui.kit.stage import Act
from ui.map.marks import ADD, FEEL, FOLD, POINTS
from ui.state import session
from ui.state.words import many, t, word

TAKE, LET_GO, DELETE, DROP = "x", "Escape", "Delete", "drop"
CARRIED = {Lane.TOUCHPOINTS.value: "t", Lane.OPPORTUNITIES.value: "d"}
"""The lanes whose cards a mouse may carry: those that are a whole touchpoint or idea, and no word of one. With the value of their
marks that says what they are called."""
HandCard = Touchpoint | Opportunity


@dataclass
class _Hand:
    cards: tuple[str, ...] = ()


def held() -> tuple[str, ...]:
    """The ids of the cards in hand that are still there."""
    return tuple(card for card in session.of_workshop(_Hand).cards if session.workshop().find(card))


def take(card: str) -> None:
    """Take a card in hand; put it back where it is in hand already."""
    hand, now = session.of_workshop(_Hand), held()
    if card in now:
        hand.cards = tuple(one for one in now if one != card)
    elif isinstance(session.workshop().find(card), HandCard):
        hand.cards = (*now, card)


def let_go() -> None:
    """Nothing is in hand any more."""
    session.of_workshop(_Hand).cards = ()


def with_others(card: str) -> list[HandCard]:
    """The cards that an act on this one is about: all in hand where it is one of them, in journey order; else itself."""
    ids = held() if card in held() else (card,)
    found = (session.workshop().find(one) for one in ids)
    phases = [phase.id for phase in session.model().phases]
    cards = in_order(one for one in found if isinstance(one, HandCard))
    return sorted(cards, key=lambda one: phases.index(one.phase) if one.phase in phases else len(phases))


def is_put(act: Act) -> bool:
    """Whether an act puts down what is in hand: a click on a card or on the plus of a cell."""
    return bool(act.key in POINTS and act.id and held()) and not act.at.startswith((FEEL, FOLD))


def put_down(act: Act) -> None:
    """Put what is in hand before the card that was clicked, behind it, or at the end of a phase."""
    cards = [card.id for card in with_others(held()[0])]
    if act.id in cards:
        take(act.id)
        return
    edits = _placed(cards, act)
    if edits is not None and (session.commit(edits) or not edits):
        let_go()


def drop(act: Act) -> None:
    """Put the card that the mouse has carried where it was let go, and with it all in hand where it is one of them."""
    cards = [card.id for card in with_others(act.card)]
    edits = [] if act.id in cards else _placed(cards, act)
    if edits and session.commit(edits) and act.card in held():
        let_go()


def _placed(cards: list[str], act: Act) -> list[Edit] | None:
    """Edits that put cards beside the one, or at the end of the phase, that an act names; None where it names neither."""
    target = session.workshop().find(act.id)
    if isinstance(target, HandCard):
        return placed(session.workshop(), cards, target.phase, beside=target.id, after=act.low)
    if act.at.startswith(ADD) and session.model().index(act.id) is not None:
        return placed(session.workshop(), cards, act.id)
    return None


# --- what is done with all of them -----------------------------------------------------------------------------------


def scored(card: str, persona: str, score: Emotion | None) -> list[Edit]:
    """Edits that score the touchpoints among them, for a persona or for everybody ("")."""
    points = [one for one in with_others(card) if isinstance(one, Touchpoint)]
    return put(session.workshop(), *(feelings.scored(one, persona, score) for one in points))


def decisive(card: str) -> list[Edit]:
    """Edits that make moments of truth of the touchpoints among them, or none where all are."""
    points = [one for one in with_others(card) if isinstance(one, Touchpoint)]
    are = all(one.moment_of_truth for one in points)
    return put(session.workshop(), *(revise(one, moment_of_truth=not are) for one in points))


def delete(card: str) -> None:
    """Delete them, where this card is in hand."""
    if card in held():
        gone.delete(remove(session.workshop(), *held()))


def draw(persona: str | None) -> None:
    """The bar that says what is in hand, and what can be done with it."""
    now = held()
    if not now:
        return
    with st.container(key="hand", horizontal=True, vertical_alignment="center", gap="xsmall", border=True):
        st.markdown(f"**{many('map.hand.cards', len(now))}** · {t('map.hand.help')}")
        for score, face in feelings.FACES.items():
            _button(f"feel:{score}", face, word(Emotion(score)), partial(scored, now[0], persona or "", Emotion(score)))
        _button("decisive", ":material/star:", t("charts.map.moment_of_truth"), partial(decisive, now[0]))
        st.button(
            t("map.hand.delete"), key="hand:delete", icon=":material/delete:", help=t("map.hand.delete"), on_click=delete,
            args=(now[0],),
        )  # fmt: skip
        st.button(
            t("map.hand.let_go"),
            key="hand:let-go",
            icon=":material/close:",
            help=t("map.hand.let_go_help"),
            on_click=let_go,
        )


def _button(name: str, shown: str, words: str, edits: Callable[[], list[Edit]]) -> None:
    st.button(words, key=f"hand:{name}", icon=shown, help=words, on_click=_done, args=(edits,))


def _done(edits: Callable[[], list[Edit]]) -> None:
    session.commit(edits())
