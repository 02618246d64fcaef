"""What the rules find in the open workshop: in words, one after the other for the room, and where it concerns the card that
somebody is editing."""

import streamlit as st

from journey.critic import Finding, Severity, findings, open_findings
from journey.palette import ALARM, BLUE, MUSTARD, STEEL
from ui.kit.phase_chips import phase_chip
from ui.state import session, worked_out
from ui.state.words import many, plain, safe, t

_MARKS = {Severity.HIGH: ALARM, Severity.MEDIUM: MUSTARD, Severity.LOW: STEEL, Severity.STRENGTH: BLUE}


def found() -> tuple[Finding, ...]:
    """Everything that the rules find in the open workshop, worked out once a version."""
    workshop, language = session.workshop(), session.language()
    return worked_out.kept("findings", (language,), lambda: findings(workshop, language))


def waiting() -> list[Finding]:
    """The findings that wait for the team's answer, weightiest first, strengths left out."""
    return [each for each in open_findings(found(), session.workshop()) if each.severity is not Severity.STRENGTH]


def face(finding: Finding, large: bool = False) -> str:
    """A finding in words, as HTML; large for the room."""
    model = session.model()
    place = model.index(finding.phase) if finding.phase else None
    chip = phase_chip(place, model.phase_name(finding.phase)) if place is not None else ""
    weight = f"<span class='j-chip'>{t(f'analysis.severity_{finding.severity.value}')}</span>"
    source = f"<span class='j-chip'>{t('goals.article', letter=finding.article)}</span>" if finding.article else ""
    size = " large" if large else ""
    return (
        f"<div class='j-card j-finding{size}' style='--j-mark:{_MARKS[finding.severity]}'><div>{chip}{weight}{source}</div>"
        f"<h3>{safe(finding.title)}</h3><p>{safe(finding.why)}</p><p class='j-next'>{safe(finding.next)}</p></div>"
    )


def about(entity_id: str) -> tuple[Finding, ...]:
    """The open findings that point at a card, strengths left out."""
    return tuple(each for each in waiting() if entity_id in each.cards)


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
