"""A workshop of texts that must come out as letters: markup, formulas, texts at their limits, names that lead nowhere."""

from typing import Any

from pydantic import BeforeValidator

from journey.model import KINDS, LINE_LIMIT, Entity, Workshop
from journey.model.annotations import limit_of, parts
from tests.builders import (
    a_campaign,
    a_citation,
    a_count,
    a_frame,
    a_goal,
    a_persona,
    a_phase_note,
    a_priority,
    a_relation,
    a_source,
    a_touchpoint,
    an_action,
    an_opportunity,
    an_own_model,
)

HTML = "<b id=mark>bold</b> <mark id=m>marked</mark>"
MARKDOWN = "# big **bold** [link](http://elsewhere.example) ![pic](http://elsewhere.example/p.png) :red[x] :material/home: $a^2$ `c`"
FORMULA = "=1+1"
LONG_WORD = "W" * 200
LONG_TEXT = "<b>ä</b> **b** \n" * 312
TYPED = (HTML, MARKDOWN, FORMULA, LONG_WORD)
MARK, MARK_OF_TEXTS = " <b id=m>!</b>", " <b id=m>!</b> ![](http://elsewhere.example/p)"
COMPARED = {"activities", "currency", "field", "pain", "period", "rule", "subject", "tags"}
"""Kinds and fields whose words name something else, or hold a list."""


def an_awkward_workshop() -> Workshop:
    """Valid for the document, and awkward in every field that is shown."""
    model = an_own_model(HTML, MARKDOWN, FORMULA, LONG_WORD, "", "", id="own", name=MARKDOWN)
    here, there = (phase.id for phase in model.phases[:2])
    people = [a_persona(p, id=f"p{n}", **_persona(p)) for n, p in enumerate(TYPED)] + [a_persona("", share=100)]
    points = [a_touchpoint(p, id=f"t{n}", **_touchpoint(p, model.phases[n].id)) for n, p in enumerate(TYPED)]
    points += [a_touchpoint("", phase="gone.phase", id="t8"), a_touchpoint(MARKDOWN, phase=here, id="t9")]
    sources = [a_source(p, id=f"s{n}", note=LONG_TEXT, sample_size=10**12) for n, p in enumerate(TYPED)]
    return Workshop(
        frame=a_frame(
            title=HTML, organisation=MARKDOWN, phase_model="own", currency=HTML, feelings=LONG_TEXT, effects=MARKDOWN
        ),
        models=(model, an_own_model("a", "a", "a", id="unused", name=HTML)),
        phase_notes=(a_phase_note(phase=here, content=LONG_TEXT), a_phase_note(phase="gone.phase", content=HTML)),
        goals=tuple(
            a_goal(p, id=f"g{n}", metric=p, unit=p, baseline=-1e12, target=0.1, due="9999-12-31", note=LONG_TEXT)
            for n, p in enumerate(TYPED)
        ),
        sources=tuple(sources),
        personas=tuple(people),
        touchpoints=tuple(points),
        relations=(
            a_relation("t0", "t1", note=MARKDOWN),
            a_relation("t1", "gone", note=HTML),
            a_relation("t2", "t2"),
            a_relation("t8", "t9"),
        ),
        campaigns=(
            a_campaign(HTML, from_phase=here, to_phase=there, traffic_source=MARKDOWN, call_to_action=HTML, cost=1e12),
            a_campaign(MARKDOWN, from_phase="gone.phase", to_phase=here),
            a_campaign("", from_phase=there, to_phase=here),
        ),
        counts=(
            a_count(10**12, here, period=HTML),
            a_count(0, there, period=HTML),
            a_count(5, model.phases[2].id, period=HTML),
            a_count(1, "gone.phase", period=MARKDOWN),
        ),
        opportunities=(
            an_opportunity(HTML, id="o0", phase=here, touchpoint="gone", description=LONG_TEXT, impact=5, effort=1),
            an_opportunity(MARKDOWN, id="o1", phase="gone.phase"),
        ),
        actions=(
            *tuple(
                an_action(
                    typed,
                    id=f"a{n}",
                    owner=typed,
                    due="2020-01-01",
                    reason=LONG_TEXT,
                    figure=typed,
                    unit=typed,
                    before=1,
                    target=2,
                    after=3,
                    subject=typed,
                    rule=typed,
                    state=state,
                )
                for n, (typed, state) in enumerate(zip(TYPED, ("open", "in_progress", "done", "dropped"), strict=True))
            ),
            an_action("", step="gone", goal="gone", touchpoint="gone", state="done", before=1),
            an_action("", goal="g0"),
            an_action("", touchpoint="t0", step=there),
        ),
        priorities=(
            *tuple(
                a_priority(
                    typed,
                    id=f"r{n}",
                    card="o0" if n else None,
                    pain=typed if n > 1 else "",
                    effort=1,
                    value_firm=5,
                    note=LONG_TEXT,
                )
                for n, typed in enumerate(TYPED)
            ),
            a_priority(HTML, card="t0", pain=HTML, rule=MARKDOWN, phase="gone"),
            a_priority(MARKDOWN, card="o1", effort=5),
        ),
        citations=(
            a_citation("p0", "s0", field="share", note=HTML),
            a_citation("p1", "gone"),
            a_citation("gone", "s1"),
            a_citation("t0", "s1", field="no such field"),
        ),
    )


def _persona(typed: str) -> dict[str, object]:
    texts = dict.fromkeys(
        ("demographics", "quote", "values", "goals", "motives", "pains"), f"{typed}\n{LONG_TEXT}"[:5000]
    )
    return {"segment": typed, "career_level": typed, "share": 60, "channels": ("email", "email"), **texts}


def _touchpoint(typed: str, phase: str) -> dict[str, object]:
    texts = dict.fromkeys(("doing", "thinking", "asking", "pain_points", "content"), f"{typed}\n{LONG_TEXT}"[:5000])
    feelings = [{"persona": "gone", "emotion": 2}, {"persona": "p0", "emotion": -2}, {"persona": "p0", "emotion": 2}]
    return {
        "phase": phase, "place": typed, "personas": ("p0", "p1", "gone", "p0"), "emotion": -2, "persona_emotions": feelings,
        "call_to_action": typed, "owner": typed, "moment_of_truth": True, **texts,
    }  # fmt: skip


def marked(workshop: Workshop) -> Workshop:
    """A workshop with markup behind every text that is only read."""
    cards = {kind: tuple(map(_marked, workshop.collection(kind))) for kind in KINDS.keys() - COMPARED}
    return workshop.exchanged(cards, _marked(workshop.frame))


def _marked(card: Entity) -> Any:
    kind = type(card)
    fields = kind.model_fields.items()
    texts = {name for name, field in fields if any(isinstance(part, BeforeValidator) for part in parts(field))}
    said = {name: _with_mark(getattr(card, name), limit_of(kind, name)) for name in texts - COMPARED}
    return card.model_copy(update=said)


def _with_mark(words: str, limit: int) -> str:
    mark = MARK if limit <= LINE_LIMIT else MARK_OF_TEXTS
    return words[: limit - len(mark)] + mark if words else ""
