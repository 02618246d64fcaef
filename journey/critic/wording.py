"""From a sighting to a finding: the rule's texts with their figures, said in a language."""

from hashlib import sha256

from journey.critic.case import Case
from journey.critic.finding import Figure, Finding, Kinds, Names, PhaseName, Rule, Share, Sighting
from journey.editing import kind_of
from journey.history import card_name, counted
from journey.model import Emotion, Language
from journey.texts import choice, has, number, percent, text

SMALL = 0.1
"""Shares below this are said with one decimal."""

MOST_NAMES = 5
"""More names than this are not read out."""


def finding_of(rule: Rule, sighting: Sighting, case: Case, language: Language) -> Finding:
    """The finding of a rule in words."""
    said = {name: _said(figure, case, language) for name, figure in sighting.figures.items()}
    said["phase"] = case.model.phase_name(sighting.phase)
    single = sighting.figures.get("count") == 1
    title, why, question = (_words(rule, part, language, single, said) for part in ("title", "why", "next"))
    return Finding(
        rule.id,
        sighting.severity,
        rule.article,
        title,
        why,
        question,
        sighting.phase,
        sighting.cards,
        _evidence(sighting),
    )


def _evidence(sighting: Sighting) -> str:
    """Sixteen characters that change when the phase, the cards or a figure of a sighting change."""
    figures = sorted((name, repr(figure)) for name, figure in sighting.figures.items())
    return sha256(repr((sighting.phase, sorted(sighting.cards), figures)).encode()).hexdigest()[:16]


def _words(rule: Rule, part: str, language: Language, single: bool, said: dict[str, str]) -> str:
    key = f"critic.{rule.id.replace('-', '_')}.{part}"
    if not has(key, language):
        key += ".one" if single else ".many"
    return text(key, language, **said)


def _said(figure: Figure, case: Case, language: Language) -> str:
    if isinstance(figure, Emotion):
        score = f"{figure.value:+d}".replace("-", "−") if figure else "0"
        return f"{choice(figure, language)} ({score})"
    if isinstance(figure, Share):
        return percent(figure.value, language, digits=1 if 0 < figure.value < SMALL else 0)
    if isinstance(figure, Names):
        return _names(figure, case, language)
    if isinstance(figure, Kinds):
        return counted(figure.counts, language)
    if isinstance(figure, PhaseName):
        return case.model.phase_name(figure.id)
    return number(figure, language) if isinstance(figure, int) else figure


def _names(figure: Names, case: Case, language: Language) -> str:
    if not figure.ids:
        return text("critic.words.everyone", language)
    cards = [card for entity_id in figure.ids[:MOST_NAMES] if (card := case.workshop.find(entity_id))]
    names = [
        card_name(card, case.workshop, language, case.model) or text(f"fields.kinds.{kind_of(card)}", language)
        for card in cards
    ]
    more = len(figure.ids) - len(names)
    listed = "; ".join(names)
    return text("critic.words.more", language, listed=listed, count=more) if more else listed
