"""The report's chapters about what comes after a first map: what changed since the last round, what goes first, what worked."""

from collections.abc import Iterator

from journey.actions import Outcome, judgement_words
from journey.charts import emotion_curve_alt, emotion_curve_chart, priorities_alt, priorities_chart
from journey.critic import findings
from journey.journey_map import journey_map
from journey.model import Language, Workshop
from journey.palette import ALARM, GREEN, MUSTARD, STEEL
from journey.paper import parts
from journey.paper.parts import Passage
from journey.phases import model_of
from journey.priorities import numbered, plane_table, weighed_by_counts
from journey.rounds import SinceRound, judged_over_rounds, since_last_round
from journey.texts import day, text

_OUTCOMES = {Outcome.MOVED: GREEN, Outcome.AGAINST: ALARM, Outcome.NOT_MOVED: MUSTARD, Outcome.TOO_EARLY: STEEL}


def since(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """What is new beside the round that was closed last: cards, feelings with both curves, steps, findings."""
    told = since_last_round(workshop, language)
    if told is None:
        return
    older, today = told.called
    yield parts.paragraph(text("paper.report.since", language, round=older, day=day(told.round.closed, language)))
    if not told.is_anything:
        yield parts.paragraph(text("rounds.nothing_changed", language), quiet=True)
    yield from parts.facts(told.facts)
    yield from _felt(told, language)
    if told.steps:
        yield parts.heading(text("rounds.steps", language))
        head = (text("rounds.step", language), older, today, text("rounds.verdict", language))
        yield from parts.table(head, (4, 1.6, 1.6, 5), told.steps)
    if told.findings:
        yield parts.heading(text("rounds.said", language))
        yield from parts.facts((name, "\n".join(titles)) for name, titles in told.findings)


def _felt(told: SinceRound, language: Language) -> Iterator[Passage]:
    if not told.felt:
        return
    (older, today), states = told.called, (told.found.newer.workshop, told.found.older.workshop)
    yield parts.heading(text("rounds.feelings", language))
    if len({state.frame.phase_model for state in states}) == 1:
        maps = (journey_map(state, model_of(state, language)) for state in states)
        curves = dict(zip(("", older), maps, strict=True))
        changes = {each.touchpoint: each.points for each in told.found.felt if each.points}
        chart = emotion_curve_chart(curves, language, dark=False, common=today, changes=changes)
        yield parts.picture(chart, emotion_curve_alt(curves, language))
    head = (text("rounds.touchpoint", language), older, today, text("rounds.difference", language))
    yield from parts.table(head, (5, 2.4, 2.4, 1.6), told.felt, figures=1)


def priorities(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """The plane of value and effort, what stands on it by its number, and what has no place there yet."""
    rated = weighed_by_counts(workshop, findings(workshop, language), language)
    head, rows = plane_table(rated, language)
    if not rows:
        return
    if numbered(rated):
        yield parts.picture(priorities_chart(rated, language, dark=False), priorities_alt(rated, language))
    yield from parts.table(head, (0.9, 6, 2.6, 1.3, 1.6), rows, figures=2)


def judged(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """What became of every action that says what it shall move."""
    found = judged_over_rounds(workshop)
    told = [action for action in workshop.actions if action.id in found]
    if told:
        yield parts.heading(text("paper.report.judged", language))
    for action in told:
        judgement = found[action.id]
        outcome = (text(f"actions.outcome.{judgement.outcome}", language), _OUTCOMES[judgement.outcome])
        words = judgement_words(judgement, action, workshop, language)
        title = action.title or text("charts.map.untitled", language)
        yield parts.block(title, _OUTCOMES[judgement.outcome], level=3, marks=[outcome], words=words)
