"""The journey map on a phone: a row a phase that unfolds to its cards, the emotions beside. It is plain HTML whose cards and
buttons are told by the stage, as the picture's marks are (see ui/kit/stage.js)."""

from collections.abc import Collection, Iterator, Mapping

import streamlit as st

from journey.journey_map import Feeling, JourneyMap, Lane, MapColumn
from journey.model import Emotion, Opportunity, Touchpoint, lines
from journey.palette import EMOTIONS, ink, phase_colour, readable
from ui.kit import feelings, style
from ui.state import session
from ui.state.words import many, safe, t, word

Scores = Mapping[str, Mapping[str, Emotion | None]]
"""By persona name, how it feels at the touchpoints that matter to it."""

_MOST_POINTS = 9
"""More emotions than this are thinned out beside a phase's name."""


def draw(journey: JourneyMap, beside: Mapping[str, JourneyMap], lanes: Collection[Lane], lit: Collection[str]) -> None:
    """The phases of a map; `beside` has the maps of single personas, by name; of the lanes, those of pain points and of
    opportunities may be left out. What is lit is outlined, its phase unfolded."""
    own = {
        name: {feeling.id: feeling.emotion for column in each.columns for feeling in column.feelings}
        for name, each in beside.items()
    }
    phases = "".join(_phase(column, journey.numbers, own, lanes, lit) for column in journey.columns)
    st.html(f"<div class='j-way'>{phases}</div>")


def _phase(
    column: MapColumn, numbers: dict[str, int], own: Scores, lanes: Collection[Lane], lit: Collection[str]
) -> str:
    ideas = column.cells[Lane.OPPORTUNITIES] if Lane.OPPORTUNITIES in lanes else ()
    shown = {feeling.id for feeling in column.feelings} | {card.id for card in ideas}
    counts = [many("map.list.touchpoints", len(column.feelings))] if column.feelings else [t("map.list.nothing")]
    counts += [many("map.list.ideas", len(ideas))] if ideas else []
    cards = [_touchpoint(feeling, numbers[feeling.id], own, lanes, lit) for feeling in column.feelings]
    cards += [_idea(card.id, lit) for card in ideas]
    name = safe(column.name or t("charts.map.without_phase"))
    place = f"<i style='background:{phase_colour(column.position)}'>{column.position + 1}</i>"
    return (
        f"<details data-phase='{column.phase_id}'{' open' if shown & set(lit) else ''}>"
        f"<summary>{place}<span><b>{name}</b><small>{' · '.join(counts)}</small></span>{_course(column.feelings)}</summary>"
        f"<ul>{''.join(f'<li>{card}</li>' for card in cards)}</ul>{_additions(column, lanes)}</details>"
    )


def _course(felt: tuple[Feeling, ...]) -> str:
    """The emotions of a phase as points, each as high as its score."""
    scores = [feeling.emotion for feeling in felt if feeling.emotion is not None]
    if not scores:
        return ""
    low, high = (word(score) for score in (min(scores), max(scores)))
    said = low if low == high else t("map.list.from_to", low=low, high=high)
    ground = ink(style.is_dark()).page
    points = "".join(
        f"<i style='--up:{int(one) + 2};background:{readable(EMOTIONS[one], ground, 3)}'></i>"
        for one in _thinned(scores)
    )
    return f"<span class='j-course' role='img' aria-label='{safe(t('map.list.emotion', words=said))}'>{points}</span>"


def _thinned(scores: list[Emotion]) -> Iterator[Emotion]:
    count = min(_MOST_POINTS, len(scores))
    return (scores[place * (len(scores) - 1) // max(1, count - 1)] for place in range(count))


def _touchpoint(feeling: Feeling, number: int, own: Scores, lanes: Collection[Lane], lit: Collection[str]) -> str:
    card = session.workshop().find(feeling.id)
    if not isinstance(card, Touchpoint):
        return ""
    channel = safe(word(card.channel))
    star = f"★ {t('charts.map.moment_of_truth')}" if card.moment_of_truth else ""
    below = " · ".join(part for part in (channel, star) if part)
    small = [f"<small>{below}</small>"] if below else []
    small += [
        f"<small>{safe(name)} {_face(scores[feeling.id])}</small>"
        for name, scores in own.items()
        if feeling.id in scores
    ]
    if Lane.PAIN_POINTS in lanes:
        small += [f"<small class='j-pain'>{safe(pain)}</small>" for pain in lines(card.pain_points)]
    title = f"<strong>{safe(card.title or t('frame.untitled'))}</strong>"
    inside = f"<b>{number}</b><span>{title}{''.join(small)}</span>{_face(feeling.emotion)}"
    return _button(card.id, Lane.TOUCHPOINTS, lit, inside)


def _face(score: Emotion | None) -> str:
    if score is None:
        return f"<span class='j-face' role='img' aria-label='{t('charts.map.not_scored')}'>–</span>"
    return f"<span class='j-face' role='img' aria-label='{safe(word(score))}'>{feelings.FACES[int(score)]}</span>"


def _idea(card_id: str, lit: Collection[str]) -> str:
    card = session.workshop().find(card_id)
    title = card.title if isinstance(card, Opportunity) else ""
    said = f"<span><small>{t('map.list.add_opportunities')}</small><strong>{safe(title or t('frame.untitled'))}</strong></span>"
    return _button(card_id, Lane.OPPORTUNITIES, lit, said)


def _button(card: str, lane: Lane, lit: Collection[str], inside: str) -> str:
    outlined = " class='j-lit'" if card in lit else ""
    return f"<button type='button' data-of='{card}' data-at='{lane.value}'{outlined}>{inside}</button>"


def _additions(column: MapColumn, lanes: Collection[Lane]) -> str:
    if not column.phase_id:
        return ""
    offered = [lane for lane in (Lane.TOUCHPOINTS, Lane.OPPORTUNITIES) if lane is Lane.TOUCHPOINTS or lane in lanes]
    buttons = "".join(
        f"<button type='button' data-of='{column.phase_id}' data-at='add:{lane.value}'>"
        f"+ {t(f'map.list.add_{lane.value}')} <span class='j-unseen'>{safe(column.name)}</span></button>"
        for lane in offered
    )
    return f"<p>{buttons}</p>"
