"""A workshop as Markdown (CommonMark with the tables of GitHub): for wikis, notes and repositories. What people typed stays
what they typed: no sign of it is taken for markup."""

from collections.abc import Iterable, Iterator, Sequence

from journey.actions import judgement_words
from journey.audit.told import audit_table
from journey.lazy_re import lazy_re
from journey.model import Action, Language, Workshop, lines
from journey.priorities import plane_table
from journey.take_home.takeaway import CardFact, Takeaway
from journey.texts import choice, day, text

NOT_TOLD = ("name", "segment", "cluster", "share", "looks", "avatar")
"""The fields of a persona that its heading says, or that only draw its portrait."""
_ANYWHERE = lazy_re(r"[\\`*_\[\]<>|~$]|&(?=#?\w+;)|(?<=:)/(?=/)|(?<=www)\.|(?<=\w)@(?=\w)")
_AT_START = lazy_re(r"^(?:([-+=#:])|(\d{1,9})([.)])(?=\s|$))")


def markdown(workshop: Workshop, language: Language) -> str:
    """The whole workshop: goals, the last round, personas, map, ideas, funnel, self-audit, findings, priorities, actions. What is empty is
    left out."""
    copy = Takeaway(workshop, language)
    parts = (_head, _goals, _since, _personas, _journey, _future, _funnel, _audit, _findings, _priorities, _actions)
    return "\n".join(line for part in parts for line in part(copy)).rstrip() + "\n"


def literal(words: str) -> str:
    """One line of words as Markdown shows them letter by letter, wherever it stands."""
    escaped = _ANYWHERE.sub(lambda sign: f"\\{sign.group()}", words)
    return _AT_START.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", escaped)


def _head(copy: Takeaway) -> Iterator[str]:
    yield from (f"# {_line(copy.title)}", "", _line(copy.about), "")


def _section(copy: Takeaway, key: str) -> tuple[str, str]:
    return f"## {text(key, copy.language)}", ""


def _goals(copy: Takeaway) -> Iterator[str]:
    if not copy.workshop.goals:
        return
    yield from _section(copy, "fields.plural.goals")
    for goal in copy.workshop.goals:
        said = " – ".join(filter(None, (choice(goal.perspective, copy.language), copy.goal_line(goal))))
        yield f"- **{_line(goal.title or copy.untitled)}** ({_line(said)})"
        yield from _below(goal.note)
    yield ""


def _since(copy: Takeaway) -> Iterator[str]:
    """What changed since the round that was closed last."""
    told = copy.since
    if told is None:
        return
    older, today = told.called
    yield from _section(copy, "paper.chapter.since")
    closed = day(told.round.closed, copy.language)
    yield from (_line(text("paper.report.since", copy.language, round=older, day=closed)), "")
    if not told.is_anything:
        yield from (text("rounds.nothing_changed", copy.language), "")
    yield from _facts(CardFact(*fact) for fact in told.facts)
    names = ("touchpoint", "difference", "step", "verdict")
    touchpoint, difference, step, verdict = (text(f"rounds.{name}", copy.language) for name in names)
    yield from _table((touchpoint, older, today, difference), told.felt) if told.felt else ()
    yield from _table((step, older, today, verdict), told.steps) if told.steps else ()
    for name, titles in told.findings:
        yield from (f"**{_line(name)}**", "", *(f"- {_line(title)}" for title in titles), "")


def _priorities(copy: Takeaway) -> Iterator[str]:
    """What stands on the plane of value and effort, by its number there, and what has no place there yet."""
    head, rows = plane_table(copy.rated, copy.language)
    if rows:
        yield from (*_section(copy, "paper.chapter.priorities"), *_table(head, rows))


def _personas(copy: Takeaway) -> Iterator[str]:
    if not copy.workshop.personas:
        return
    yield from _section(copy, "fields.plural.personas")
    for persona in copy.workshop.personas:
        yield from (f"### {_line(persona.name or copy.untitled)}", "")
        if said := copy.persona_line(persona):
            yield from (_line(said), "")
        yield from _facts(copy.facts("personas", persona, NOT_TOLD))


def _journey(copy: Takeaway) -> Iterator[str]:
    yield from _section(copy, "map.view_map")
    place = 0
    for column in copy.journey.columns:
        yield from (f"### {_line(copy.phase_name(column))}", "")
        for feeling in column.feelings:
            place += 1
            touchpoint = copy.workshop.touchpoint(feeling.id)
            yield from (f"#### {place}. {_line(feeling.title or copy.untitled)}", "")
            if touchpoint:
                yield from _facts(copy.facts("touchpoints", touchpoint, ("title", "phase")))
        yield from _ideas(copy, {column.phase_id} if column.phase_id else None)


def _future(copy: Takeaway) -> Iterator[str]:
    """The map as it shall be, a line a touchpoint: how it is reached and felt, and whether it is new or changes."""
    if copy.to_be is None:
        return
    yield from _section(copy, "future.map")
    for column in copy.to_be.journey.columns:
        if column.feelings:
            yield from (f"### {_line(copy.phase_name(column))}", "")
        for feeling in column.feelings:
            card = copy.to_be.workshop.touchpoint(feeling.id)
            channel = choice(card.channel, copy.language) if card and card.channel else ""
            felt = copy.score(feeling.emotion) if feeling.emotion is not None else ""
            said = " · ".join(filter(None, (channel, felt)))
            coming = f" ({_line(copy.coming[feeling.id])})" if feeling.id in copy.coming else ""
            yield f"- **{_line(feeling.title or copy.untitled)}**{coming}{f': {_line(said)}' if said else ''}"
            yield from _below(card.content if card else "")
        if column.feelings:
            yield ""
    if copy.gone:
        yield from (_line(copy.gone), "")


def _ideas(copy: Takeaway, phases: set[str] | None) -> Iterator[str]:
    """The ideas of a phase; None: of those that the model does not have."""
    known = {phase.id for phase in copy.model.phases}
    here = [each for each in copy.ideas if (each.phase in phases if phases else each.phase not in known)]
    if here:
        yield from (f"**{text('map.lane.opportunities', copy.language)}**", "")
    for idea in here:
        yield f"- **{_line(idea.title or copy.untitled)}**"
        for fact in copy.facts("opportunities", idea, ("title", "phase")):
            yield from _below(f"{fact.word}: {fact.said}")
    if here:
        yield ""


def _funnel(copy: Takeaway) -> Iterator[str]:
    if not copy.funnel.counted:
        return
    yield from _section(copy, "map.view_funnel")
    if copy.period:
        yield from (_line(copy.period), "")
    heads = ("fields.counts.phase", "fields.counts.count", "command_line.column.from_previous")
    yield from _table([text(head, copy.language) for head in heads], copy.stage_lines())


def _audit(copy: Takeaway) -> Iterator[str]:
    """The points of each phase, with what speaks against better ones."""
    if copy.audited:
        head, rows = audit_table(copy.audited, copy.model, copy.language)
        yield from (*_section(copy, "paper.chapter.audit"), *_table(head, rows))


def _findings(copy: Takeaway) -> Iterator[str]:
    if not copy.findings:
        return
    yield from _section(copy, "analysis.view_findings")
    for finding in copy.findings:
        severity = text(f"analysis.severity_{finding.severity}", copy.language)
        yield f"- **{_line(finding.title)}** ({severity})"
        yield from _below(finding.why)
        yield from _below(f"→ {finding.next}")
    yield ""


def _actions(copy: Takeaway) -> Iterator[str]:
    if not copy.workshop.actions:
        return
    yield from _section(copy, "fields.plural.actions")
    heads = [text(f"fields.actions.{field}", copy.language) for field in ("title", "owner", "due", "state")]
    yield from _table(heads, (_action(each, copy) for each in copy.workshop.actions))
    yield from _judged(copy)


def _judged(copy: Takeaway) -> Iterator[str]:
    """What became of the actions that say what they shall move."""
    if not copy.judged_actions:
        return
    yield from (f"### {text('paper.report.judged', copy.language)}", "")
    for action, judgement in copy.judged_actions:
        outcome = text(f"actions.outcome.{judgement.outcome}", copy.language)
        yield f"- **{_line(action.title or copy.untitled)}** ({outcome})"
        yield from _below(judgement_words(judgement, action, copy.workshop, copy.language))
    yield ""


def _action(action: Action, copy: Takeaway) -> tuple[str, ...]:
    due = day(action.due, copy.language) if action.due else ""
    return action.title or copy.untitled, action.owner, due, choice(action.state, copy.language)


def _facts(facts: Iterable[CardFact]) -> Iterator[str]:
    found = [f"- **{_line(fact.word)}:** {_block(fact.said)}" for fact in facts]
    yield from (*found, "") if found else ()


def _table(heads: Sequence[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(map(_line, heads))} |"
    yield f"|{' --- |' * len(heads)}"
    yield from (f"| {' | '.join(map(_line, row))} |" for row in rows)
    yield ""


def _below(words: str) -> Iterator[str]:
    """Words that go on below an item of a list."""
    if words:
        yield f"  {_block(words)}"


def _block(words: str) -> str:
    """Text of several lines inside an item of a list, each on a line of its own."""
    return "\\\n  ".join(map(_line, lines(words)))


def _line(words: str) -> str:
    return literal(" ".join(words.split()))
