"""The page: head with its policy, map, goals, personas, funnel, findings, ideas, actions, every touchpoint in full."""

from collections.abc import Iterable, Iterator
from html import escape

from journey.model import Goal, Language, Persona, Perspective, Workshop, lines
from journey.paper.screen import screen_glance
from journey.portraits.drawing import address
from journey.take_home.takeaway import CardFact, Takeaway
from journey.take_home.web_page.afterwards import audited, judged, priorities, since
from journey.take_home.web_page.journey import PageMap
from journey.take_home.web_page.look import policy, script, style
from journey.texts import choice, day, text


def write_page(workshop: Workshop, language: Language) -> bytes:
    """The workshop as one HTML file in a language, which needs nothing else."""
    copy = Takeaway(workshop, language)
    return "".join(_page(copy)).encode()


def page_glance(workshop: Workshop, language: Language) -> bytes:
    """A PNG of how the page begins."""
    copy = Takeaway(workshop, language)
    sections = [text(key, language) for key, _ in _held(copy).values()]
    return screen_glance(workshop, language, title=copy.title, about=copy.about, sections=sections)


def _held(copy: Takeaway) -> dict[str, tuple[str, list[str]]]:
    """The sections with something in them: by name the key of their title, and what they say. The map begins, because it is what
    people open the page for."""
    drawn = PageMap(copy.today)
    parts = {
        "map": ("map.view_map", list(drawn.html())),
        "goals": ("fields.plural.goals", list(_goals(copy))),
        "since": ("paper.chapter.since", list(since(copy))),
        "personas": ("fields.plural.personas", list(_personas(copy))),
        "future": ("future.map", list(PageMap(copy.to_be, copy).html()) if copy.to_be else []),
        "funnel": ("map.view_funnel", list(_funnel(copy))),
        "audit": ("paper.chapter.audit", list(audited(copy))),
        "findings": ("takehome.slides.findings", list(_findings(copy))),
        "priorities": ("paper.chapter.priorities", list(priorities(copy))),
        "ideas": ("fields.plural.opportunities", list(_ideas(copy))),
        "actions": ("fields.plural.actions", list(_actions(copy))),
        "details": ("takehome.page.details", list(PageMap(copy).details(drawn)) if copy.workshop.touchpoints else []),
    }
    return {name: part for name, part in parts.items() if part[1]}


def _page(copy: Takeaway) -> Iterator[str]:
    title, held = escape(copy.title), _held(copy)
    yield f'<!doctype html><html lang="{text("takehome.slides.locale", copy.language)}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">'
    yield f"<title>{title}</title><style>{style()}</style></head><body><header><h1>{title}</h1>"
    yield f'<p class="quiet">{escape(copy.about)}</p>{_contents(held, copy)}</header><main>'
    for _, part in held.values():
        yield from part
    close = escape(text("map.spot.close", copy.language))
    yield f'</main><dialog aria-labelledby="told"><div></div><p><button>{close}</button></p></dialog>'
    yield f"<script>{script()}</script></body></html>"


def _contents(held: dict[str, tuple[str, list[str]]], copy: Takeaway) -> str:
    links = (f'<li><a href="#{name}">{escape(text(key, copy.language))}</a></li>' for name, (key, _) in held.items())
    return f'<nav aria-label="{escape(text("exchange.cover.contents", copy.language))}"><ul>{"".join(links)}</ul></nav>'


def _section(name: str, key: str, copy: Takeaway) -> str:
    return f'<section id="{name}"><h2>{escape(text(key, copy.language))}</h2>'


def _goals(copy: Takeaway) -> Iterator[str]:
    if not copy.workshop.goals:
        return
    yield _section("goals", "fields.plural.goals", copy)
    for side in Perspective:
        goals = [goal for goal in copy.workshop.goals if goal.perspective is side]
        if goals:
            heading = escape(text(f"goals.of_{side.value}", copy.language))
            yield f'<h3>{heading}</h3><ul class="cards">{"".join(_goal(goal, copy) for goal in goals)}</ul>'
    yield "</section>"


def _goal(goal: Goal, copy: Takeaway) -> str:
    said = _line(copy.goal_line(goal), "quiet") + _lines(goal.note)
    return f"<li><h4>{escape(goal.title or copy.untitled)}</h4>{said}</li>"


def _personas(copy: Takeaway) -> Iterator[str]:
    if copy.workshop.personas:
        cards = "".join(_persona(persona, copy) for persona in copy.workshop.personas)
        yield f'{_section("personas", "fields.plural.personas", copy)}<ul class="cards">{cards}</ul></section>'


def _persona(persona: Persona, copy: Takeaway) -> str:
    told = ("name", "segment", "cluster", "share", "looks", "avatar", "quote")
    name = escape(persona.name or copy.untitled)
    picture = f'<img src="{address(persona)}" alt="" width="72" height="72">'
    quote = text("personas.quoted", copy.language, quote=persona.quote) if persona.quote else ""
    quoted = f"<blockquote>{escape(quote)}</blockquote>" if quote else ""
    said = _line(copy.persona_line(persona), "quiet") + quoted + _facts(copy.facts("personas", persona, told))
    return f"<li>{picture}<h3>{name}</h3>{said}</li>"


def _funnel(copy: Takeaway) -> Iterator[str]:
    stages = copy.funnel.counted
    if not stages:
        return
    yield _section("funnel", "map.view_funnel", copy) + _line(copy.period, "quiet")
    most = max(stage.count or 0 for stage in stages) or 1
    keys = ("fields.counts.phase", "fields.counts.count", "command_line.column.from_previous")
    phase, count, before = (escape(text(key, copy.language)) for key in keys)
    yield f'<table class="bars"><thead><tr><th>{phase}</th><td></td><th>{count}</th><th>{before}</th></tr></thead><tbody>'
    for stage, (name, number, share) in zip(stages, copy.stage_lines(), strict=True):
        bar = (
            f'<svg aria-hidden="true"><rect width="{100 * (stage.count or 0) / most:.1f}%" height="100%" rx="3"/></svg>'
        )
        yield f'<tr><th scope="row">{escape(name)}</th><td>{bar}</td><td>{escape(number)}</td><td>{escape(share)}</td></tr>'
    yield "</tbody></table></section>"


def _findings(copy: Takeaway) -> Iterator[str]:
    if not copy.findings:
        return
    yield _section("findings", "takehome.slides.findings", copy)
    for finding in copy.findings:
        weight = escape(text(f"analysis.severity_{finding.severity}", copy.language))
        yield f'<h3><span class="weight">{weight}</span><br>{escape(finding.title)}</h3><p>{escape(finding.why)}</p>'
        yield f'<p class="ask">→ {escape(finding.next)}</p>'
    yield "</section>"


def _ideas(copy: Takeaway) -> Iterator[str]:
    if not copy.ideas:
        return
    yield _section("ideas", "fields.plural.opportunities", copy) + '<ul class="cards">'
    for idea in copy.ideas:
        yield f"<li><h3>{escape(idea.title or copy.untitled)}</h3>{_facts(copy.facts('opportunities', idea, ('title',)))}</li>"
    yield "</ul></section>"


def _actions(copy: Takeaway) -> Iterator[str]:
    if not copy.workshop.actions:
        return
    yield _section("actions", "fields.plural.actions", copy) + '<table class="plain"><thead><tr>'
    fields = ("title", "owner", "due", "state")
    yield "".join(f"<th>{escape(text(f'fields.actions.{field}', copy.language))}</th>" for field in fields)
    yield "</tr></thead><tbody>"
    for action in copy.workshop.actions:
        due = day(action.due, copy.language) if action.due else ""
        said = (action.title or copy.untitled, action.owner, due, choice(action.state, copy.language))
        yield f"<tr>{''.join(f'<td>{escape(each)}</td>' for each in said)}</tr>"
    yield "</tbody></table>"
    yield from judged(copy)
    yield "</section>"


def _facts(facts: Iterable[CardFact]) -> str:
    said = "".join(f"<dt>{escape(fact.word)}</dt><dd>{escape(fact.said)}</dd>" for fact in facts)
    return f"<dl>{said}</dl>" if said else ""


def _lines(words: str) -> str:
    return "".join(_line(line) for line in lines(words))


def _line(words: str, look: str = "") -> str:
    kind = f' class="{look}"' if look else ""
    return f"<p{kind}>{escape(words)}</p>" if words else ""
