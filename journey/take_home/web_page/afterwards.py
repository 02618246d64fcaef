"""The page's sections about what comes after a first map: what changed since the last round, what goes first, what worked, the
self-audit."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from journey.actions import judgement_words
from journey.audit import AMBER_FROM, GREEN_FROM
from journey.audit.told import MOST_REASONS, points_words
from journey.charts import priorities_alt, priorities_chart
from journey.charts.files import chart_file
from journey.priorities import numbered, plane_table
from journey.take_home.takeaway import Takeaway
from journey.texts import day, text

_SCALE = f'min="0" max="100" low="{AMBER_FROM - 0.5}" high="{GREEN_FROM - 0.5}" optimum="100"'
"""A bar says by its colour what the points say in words."""


def since(copy: Takeaway) -> Iterator[str]:
    """What is new beside the round that was closed last."""
    told = copy.since
    if told is None:
        return
    older, today = told.called
    compared = text("paper.report.since", copy.language, round=older, day=day(told.round.closed, copy.language))
    yield f'<section id="since"><h2>{_said("paper.chapter.since", copy)}</h2><p>{escape(compared)}</p>'
    if not told.is_anything:
        yield f'<p class="quiet">{_said("rounds.nothing_changed", copy)}</p>'
    if told.facts:
        yield f"<dl>{''.join(f'<dt>{escape(name)}</dt><dd>{said}</dd>' for name, said in told.facts)}</dl>"
    if told.felt:
        head = (text("rounds.touchpoint", copy.language), older, today, text("rounds.difference", copy.language))
        yield f"<h3>{_said('rounds.feelings', copy)}</h3>{_table(head, told.felt)}"
    if told.steps:
        head = (text("rounds.step", copy.language), older, today, text("rounds.verdict", copy.language))
        yield f"<h3>{_said('rounds.steps', copy)}</h3>{_table(head, told.steps)}"
    if told.findings:
        yield f"<h3>{_said('rounds.said', copy)}</h3>"
    for name, titles in told.findings:
        yield f"<h4>{escape(name)}</h4><ul>{''.join(f'<li>{escape(title)}</li>' for title in titles)}</ul>"
    yield "</section>"


def priorities(copy: Takeaway) -> Iterator[str]:
    """The plane of value and effort, what stands on it, and what has no place there yet."""
    language, rated = copy.language, copy.rated
    head, rows = plane_table(rated, language)
    if not rows:
        return
    yield f'<section id="priorities"><h2>{_said("paper.chapter.priorities", copy)}</h2>'
    if numbered(rated):
        drawn = chart_file(priorities_chart(rated, language, dark=False), "svg").decode()
        told = escape(priorities_alt(rated, language))
        yield f'<figure class="plane" role="img" aria-label="{told}" tabindex="0">{drawn}</figure>'
    yield f"{_table(head, rows)}</section>"


def audited(copy: Takeaway) -> Iterator[str]:
    """The points of the self-audit as bars, and what speaks against better ones."""
    if not copy.audited:
        return
    yield f'<section id="audit"><h2>{_said("paper.chapter.audit", copy)}</h2><ul class="points">'
    for phase, score in copy.audited.items():
        name, points = escape(copy.model.phase_name(phase)), escape(points_words(score, copy.language))
        bar = f'<meter {_SCALE} value="{score.score}" aria-label="{name}"></meter>' if score.score is not None else ""
        reasons = "".join(f"<li>{escape(reason)}</li>" for reason in score.reasons[:MOST_REASONS])
        yield f"<li><h3>{name}</h3><p>{points}</p>{bar}<ul>{reasons}</ul></li>"
    yield "</ul></section>"


def judged(copy: Takeaway) -> Iterator[str]:
    """What became of the actions that say what they shall move: below the list of all of them."""
    told = copy.judged_actions
    if told:
        yield f"<h3>{_said('paper.report.judged', copy)}</h3><dl>"
    for action, judgement in told:
        outcome = _said(f"actions.outcome.{judgement.outcome}", copy)
        words = judgement_words(judgement, action, copy.workshop, copy.language)
        yield f"<dt>{escape(action.title or copy.untitled)}</dt><dd><b>{outcome}.</b> {escape(words)}</dd>"
    if told:
        yield "</dl>"


def _said(key: str, copy: Takeaway) -> str:
    return escape(text(key, copy.language))


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    columns = "".join(f"<th>{escape(name)}</th>" for name in head)
    lines = "".join(f"<tr>{''.join(f'<td>{escape(said)}</td>' for said in row)}</tr>" for row in rows)
    return f'<table class="plain"><thead><tr>{columns}</tr></thead><tbody>{lines}</tbody></table>'
