"""What the rules find in the open workshop: in words, one after the other for the room, and where it concerns the card that
somebody is editing."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

import streamlit as st

from journey.critic import Finding, Severity, findings, of_settled_cards, on_card, open_findings
from journey.critic import listed as told_singly
from journey.critic.settled import YOUNG
from journey.store import StoreError
from ui.cards import severity
from ui.kit.phase_chips import phase_chip
from ui.state import session, worked_out
from ui.state.words import many, plain, safe, t


def found() -> tuple[Finding, ...]:
    """Everything that the rules find in the open workshop, worked out once a version."""
    workshop, language = session.workshop(), session.language()
    return worked_out.kept("findings", (language,), lambda: findings(workshop, language))


def listed() -> tuple[Finding, ...]:
    """The findings that are worked through one by one: all but those that something is not filled in yet."""
    return told_singly(found())


def waiting() -> tuple[Finding, ...]:
    """The listed findings that nobody has answered."""
    return open_findings(listed(), session.workshop())


def on_settled(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings without those about single cards that are all younger than an hour."""
    return of_settled_cards(found, _born(), datetime.now(UTC))


def to_answer() -> list[Finding]:
    """The waiting findings that ask something of the team: strengths left out."""
    return [each for each in waiting() if each.severity is not Severity.STRENGTH]


def face(finding: Finding, large: bool = False) -> str:
    """A finding in words, as HTML; large for the room."""
    model = session.model()
    place = model.index(finding.phase) if finding.phase else None
    chip = phase_chip(place, model.phase_name(finding.phase)) if place is not None else ""
    weight = f"<span class='j-chip'>{severity.words(finding.severity)}</span>"
    article = (
        f"<span class='j-chip' title='{safe(t('goals.articles'))}'>{t('goals.article', letter=finding.article)}</span>"
    )
    source = article if finding.article else ""
    size = " large" if large else ""
    words = f"<h3>{safe(finding.title)}</h3><p>{safe(finding.why)}</p><p class='j-next'>{safe(finding.next)}</p>"
    return (
        f"<div class='j-card j-finding{size}'>{severity.mark(finding.severity)}"
        f"<div><div>{weight}{chip}{source}</div>{words}</div></div>"
    )


def about(entity_id: str) -> tuple[Finding, ...]:
    """The open findings that concern a card itself, strengths left out; none while it is young."""
    open_ones = open_findings(listed(), session.workshop())
    told = on_card(open_ones, entity_id, _born(), datetime.now(UTC))
    return tuple(each for each in told if each.severity is not Severity.STRENGTH)


def marks(entity_id: str) -> None:
    """A quiet hint in a card's form: what the rules ask about it."""
    here = about(entity_id)
    if here:
        with st.expander(many("analysis.about", len(here)), icon=":material/help_center:"):
            for finding in here:
                st.markdown(f"**{plain(finding.title)}**  \n{plain(finding.next)}")


def chip(entity_id: str) -> str:
    """A small mark for a card that findings point at, as HTML; empty where none does."""
    here = about(entity_id)
    return f"<span class='j-chip'>{safe(many('analysis.about', len(here)))}</span>" if here else ""


def stuck_at() -> frozenset[str]:
    """The phases before which people get stuck, by the open findings."""
    rules = {"stuck-phase", "weakest-step"}
    return frozenset(each.phase for each in open_findings(found(), session.workshop()) if each.rule in rules)


def _born() -> Mapping[str, datetime]:
    """When the cards were made that may still be young; none while the store cannot be asked."""
    here = session.workshop().frame.id
    try:
        return worked_out.kept("born", (), lambda: session.store().past.born(here, datetime.now(UTC) - YOUNG))
    except StoreError:
        return {}
