"""What the rules find in the open workshop, and where it concerns the card that somebody is editing."""

import streamlit as st

from journey.critic import Finding, Severity, findings, open_findings
from ui.state import session, worked_out
from ui.state.words import many, plain, safe


def found() -> tuple[Finding, ...]:
    """Everything that the rules find in the open workshop, worked out once a version."""
    workshop, language = session.workshop(), session.language()
    return worked_out.kept("findings", (language,), lambda: findings(workshop, language))


def about(entity_id: str) -> tuple[Finding, ...]:
    """The open findings that point at a card, strengths left out."""
    open_ones = open_findings(found(), session.workshop())
    return tuple(each for each in open_ones if entity_id in each.cards and each.severity is not Severity.STRENGTH)


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
