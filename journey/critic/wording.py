"""From a sighting to a finding: the rule's texts with their figures, said in a language."""

from collections.abc import Mapping
from hashlib import sha256

from journey.critic.examination import Examination
from journey.critic.finding import (
    Amount,
    AuditQuestions,
    CardNames,
    Enumeration,
    Figure,
    Finding,
    Kinds,
    PhaseName,
    Phrase,
    Proxies,
    QuotedQuestion,
    Rule,
    Share,
    Sighting,
)
from journey.critic.measurability import proxies
from journey.editing import kind_of
from journey.history import card_name, counted
from journey.model import Ask, Emotion, Language
from journey.questionnaire import question_words
from journey.texts import choice, has, money, number, percent, text

SMALL = 0.1
"""Shares below this are said with one decimal."""

MOST_NAMES = 5
"""More names than this are not read out."""

PENNIES = 100
"""Sums of money from here on are said without decimals."""


def finding_of(rule: Rule, sighting: Sighting, examined: Examination, language: Language) -> Finding:
    """The finding of a rule in words."""
    figures = {**sighting.figures, "phase": PhaseName(sighting.phase)}
    stem = f"critic.{rule.id.replace('-', '_')}"
    said = _said(figures, examined, language)
    title, why, question = (_words(f"{stem}.{part}", figures, said, language) for part in ("title", "why", "next"))
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
        rule.about,
    )


def _evidence(sighting: Sighting) -> str:
    """Sixteen characters that change when the phase, the cards or a figure of a sighting change."""
    figures = sorted((name, repr(figure)) for name, figure in sighting.figures.items())
    return sha256(repr((sighting.phase, sorted(sighting.cards), figures)).encode()).hexdigest()[:16]


def _said(figures: Mapping[str, Figure], examined: Examination, language: Language) -> dict[str, str]:
    return {name: words_of(figure, examined, language) for name, figure in figures.items()}


def _words(key: str, figures: Mapping[str, Figure], said: Mapping[str, str], language: Language) -> str:
    if not has(key, language):
        key += ".one" if figures.get("count") == 1 else ".many"
    return text(key, language, **said)


def words_of(figure: Figure, examined: Examination, language: Language) -> str:
    """A figure as it is said in a language."""
    if isinstance(figure, Emotion):
        score = f"{figure.value:+d}".replace("-", "−") if figure else "0"
        return f"{choice(figure, language)} ({score})"
    if isinstance(figure, Share):
        return percent(figure.value, language, digits=1 if 0 < figure.value < SMALL else 0)
    if isinstance(figure, CardNames):
        return _names(figure, examined, language)
    if isinstance(figure, Kinds):
        return counted(figure.counts, language)
    if isinstance(figure, PhaseName):
        return examined.model.phase_name(figure.id)
    if isinstance(figure, Phrase):
        return _words(figure.key, figure.figures, _said(figure.figures, examined, language), language)
    if isinstance(figure, Enumeration):
        return figure.between.join(words_of(item, examined, language) for item in figure.items)
    if isinstance(figure, Amount):
        return _amount(figure, language)
    if isinstance(figure, Ask):
        return choice(figure, language)
    if isinstance(figure, QuotedQuestion):
        return _question(figure, examined, language)
    if isinstance(figure, AuditQuestions):
        return _some([question_words(each, language) for each in figure.ids], " ", language)
    if isinstance(figure, Proxies):
        return _proxies(figure, language)
    return number(figure, language) if isinstance(figure, int) else figure


def _question(question: QuotedQuestion, examined: Examination, language: Language) -> str:
    phase = examined.model.phase(question.phase)
    return phase.question if phase and phase.question else text("critic.words.question", language)


def _proxies(figure: Proxies, language: Language) -> str:
    named = [f"{choice(channel, language)}: {proxies(channel, language)[0]}" for channel in figure.channels]
    return _some(named, "; ", language)


def _some(parts: list[str], between: str, language: Language) -> str:
    """The first few parts, and how many there are more."""
    more = len(parts) - MOST_NAMES
    listed = between.join(parts[:MOST_NAMES])
    return text("critic.words.more", language, listed=listed, count=more) if more > 0 else listed


def _amount(amount: Amount, language: Language) -> str:
    if not amount.unit:
        return number(round(amount.value, 1), language)
    digits = 0 if abs(amount.value) >= PENNIES or amount.value == int(amount.value) else 2
    return money(amount.value, amount.unit, language, digits)


def _names(figure: CardNames, examined: Examination, language: Language) -> str:
    if not figure.ids:
        return text("critic.words.everyone", language)
    cards = [card for entity_id in figure.ids[:MOST_NAMES] if (card := examined.workshop.find(entity_id))]
    names = [
        card_name(card, examined.workshop, language, examined.model) or text(f"fields.kinds.{kind_of(card)}", language)
        for card in cards
    ]
    more = len(figure.ids) - len(names)
    listed = "; ".join(names)
    return text("critic.words.more", language, listed=listed, count=more) if more else listed
