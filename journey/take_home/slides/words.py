"""The slides of words: cover, goals, a slide a persona, findings, ideas, actions."""

from collections.abc import Iterator, Sequence

from journey.charts.files.formats import svg_as_png
from journey.charts.kit.text_block import Box
from journey.critic import Finding
from journey.exchange.photos import photo_as_png
from journey.model import Action, Goal, Opportunity, Persona, Perspective, lines
from journey.palette import ALARM, LIGHT, MUSTARD, PRIMARY, STEEL, WHITE, phase_colour, readable, text_on
from journey.portraits.drawing import SIZE, drawing_of
from journey.take_home.slides.layouts import COVER_LEAD, COVER_TITLE, LEFT, PORTRAIT, RIGHT, place_of
from journey.take_home.slides.lists import largest, listed, slides_in_turn
from journey.take_home.slides.measuring import Paragraph, fitting_size, height_of, smaller
from journey.take_home.slides.shapes import WIDE, FilledPlace, SlideItem, TextShape
from journey.take_home.slides.slide import DeckSlide, Portrait, a_slide, in_turn, paged
from journey.take_home.takeaway import Takeaway
from journey.texts import choice, day, text

_DENSE = (18.0, 16.0, 14.0, 13.0, 12.0)
"""Of the letters of a persona, which says much."""
_SHARPNESS = 3.0
"""Pixels of a portrait for each of its drawing."""
_MOST_ROWS = 2
"""So many rows of arrows stand on the cover."""
_WEIGHTS = {"high": ALARM, "medium": readable(MUSTARD, WHITE), "low": STEEL}


def cover(copy: Takeaway) -> DeckSlide:
    """Title, what it is about, and the phases as arrows."""
    size = fitting_size(copy.title, COVER_TITLE.w, COVER_TITLE.h, (40, 34, 28, 24, 20, 16), bold=True)
    lead = fitting_size(copy.about, COVER_LEAD.w, COVER_LEAD.h, (18, 16, 14, 12, 10))
    items: list[SlideItem] = [
        FilledPlace("ctrTitle", 0, (Paragraph(copy.title, size, bold=True),)),
        FilledPlace("subTitle", 1, (Paragraph(copy.about, lead, colour=LIGHT.quiet),)),
        *_arrows(copy),
    ]
    return DeckSlide("Cover", copy.title, tuple(items), text("takehome.slides.cover_notes", copy.language))


def _arrows(copy: Takeaway) -> Iterator[SlideItem]:
    """The phases in even rows of six or, where there are more than two such rows, of more, in letters that all of them fit in."""
    phases = [(column.position, copy.phase_name(column)) for column in copy.journey.columns]
    count = min(_MOST_ROWS, -(-len(phases) // 6))
    size = -(-len(phases) // count)
    rows = [phases[start : start + size] for start in range(0, len(phases), size)]
    each = (WIDE - 144) / max(map(len, rows))
    room = each - 40
    letters = min(fitting_size(name, room, 44, (13, 12, 11, 10), bold=True) for _, name in phases)
    for row, held in enumerate(rows):
        for place, (position, name) in enumerate(held):
            colour = phase_colour(position)
            words = Paragraph(name, letters, bold=True, colour=text_on(colour))
            fitted = (words,) if words.height(room) <= 50 else (words.parted(3, room)[0],)
            box = Box(72 + place * each, 380 + row * 66, each - 4, 56)
            yield TextShape(name, box, fitted, "homePlate", colour, anchor="ctr", inset=(12, 3))


def goals(copy: Takeaway) -> list[DeckSlide]:
    """The goals of the company at the left, those of its customers at the right."""
    if not copy.workshop.goals:
        return []
    sides = [(side, [g for g in copy.workshop.goals if g.perspective is side]) for side in Perspective]
    boxes = (LEFT, RIGHT)

    def poured(size: float) -> list[list[list[Paragraph]]]:
        columns = []
        for (side, held), box in zip(sides, boxes, strict=True):
            key = f"goals.of_{side.value}"
            columns.append(paged(_goals(text(key, copy.language), held, copy, size), [box]))
        most = max(map(len, columns))
        return [[column[n][0] if n < len(column) else [] for column in columns] for n in range(most)]

    title = text("goals.heading", copy.language)
    return slides_in_turn("Columns", title, largest(poured), copy, "takehome.slides.goals_notes")


def _goals(heading: str, held: Sequence[Goal], copy: Takeaway, size: float) -> list[Paragraph]:
    said = [Paragraph(heading, size + 2, bold=True, colour=PRIMARY["light"])]
    for goal in held:
        said.append(Paragraph(goal.title or copy.untitled, size, bold=True, before=10))
        if measured := copy.goal_line(goal):
            said.append(Paragraph(measured, size - 2, colour=LIGHT.quiet, before=2))
        said += [Paragraph(line, size - 2, before=2) for line in lines(goal.note)]
    return said if held else [*said, Paragraph("–", size, before=10)]


def personas(copy: Takeaway) -> list[DeckSlide]:
    """A slide a persona; more where one says more than a slide holds."""
    return [slide for persona in copy.workshop.personas for slide in _persona(persona, copy)]


def _persona(persona: Persona, copy: Takeaway) -> list[DeckSlide]:
    left, right = (place_of("Persona", index).box for index in (1, 2))
    name = persona.name or copy.untitled
    facts = copy.facts("personas", persona, ("name", "segment", "cluster", "share", "looks", "avatar", "quote"))

    def poured(size: float) -> list[list[list[Paragraph]]]:
        said = []
        if persona.quote:
            quoted = text("personas.quoted", copy.language, quote=" ".join(persona.quote.split()))
            said.append(Paragraph(quoted, size + 2, italic=True, colour=PRIMARY["light"]))
        for fact in facts:
            said.append(Paragraph(fact.word, size - 2, bold=True, colour=LIGHT.quiet, before=9))
            held = lines(fact.said)
            said += [Paragraph(line, size, before=1, bullet=len(held) > 1) for line in held]
        return _balanced(said, left, right)

    pages = largest(poured, _DENSE)
    lead = copy.persona_line(persona)
    fitted = lead if Paragraph(lead, 13).height(left.w * 2) <= 20 else ""
    if lead and not fitted:
        pages[0][0].insert(0, Paragraph(lead, 10, colour=LIGHT.quiet))
    return [
        a_slide(
            "Persona", in_turn(name, n, len(pages)), bodies=page, lead=fitted, foot=copy.title,
            notes=text("takehome.slides.persona_notes", copy.language, name=name), pictures=(_portrait(persona, name),),
        )
        for n, page in enumerate(pages, start=1)
    ]  # fmt: skip


def _balanced(said: list[Paragraph], left: Box, right: Box) -> list[list[list[Paragraph]]]:
    """In two columns of about the same height where one slide is enough."""
    pages = paged(said, (left, right))
    if len(pages) > 1:
        return pages
    half = height_of(said, left.w) / 2 + 20
    even = paged(said, (left._replace(h=min(left.h, half)), right))
    return even if len(even) == 1 else pages


def _portrait(persona: Persona, name: str) -> Portrait:
    """The picture that the page shows, as PNG."""
    data = photo_as_png(persona.photo) if persona.photo else svg_as_png(drawing_of(persona), *SIZE, _SHARPNESS)
    return Portrait(data, PORTRAIT, name)


def findings(copy: Takeaway) -> list[DeckSlide]:
    """The findings that matter most, each with what it rests on and the question to ask."""

    def said(finding: Finding, size: float) -> Iterator[Paragraph]:
        weight = text(f"analysis.severity_{finding.severity}", copy.language)
        colour = _WEIGHTS.get(finding.severity.value, LIGHT.text)
        yield Paragraph(weight, smaller(size, 4), bold=True, colour=colour, before=12)
        yield Paragraph(finding.title, size + 1, bold=True, before=1)
        yield Paragraph(finding.why, smaller(size, 2), before=2)
        yield Paragraph(f"→ {finding.next}", smaller(size, 2), italic=True, colour=PRIMARY["light"], before=2)

    return listed(copy, "takehome.slides.findings", copy.findings, said, "takehome.slides.findings_notes")


def ideas(copy: Takeaway) -> list[DeckSlide]:
    """The opportunities, those first that promise most for the least effort."""

    def said(idea: Opportunity, size: float) -> Iterator[Paragraph]:
        yield Paragraph(idea.title or copy.untitled, size, bold=True, before=10)
        facts = copy.facts("opportunities", idea, ("title", "description"))
        about = " · ".join(f"{fact.word}: {fact.said}" for fact in facts)
        yield Paragraph(about, size - 2, colour=LIGHT.quiet, before=1)
        yield from (Paragraph(line, size - 1, before=2) for line in lines(idea.description))

    return listed(copy, "takehome.slides.ideas", copy.ideas, said, "takehome.slides.ideas_notes")


def actions(copy: Takeaway) -> list[DeckSlide]:
    """What the team will do, who, and by when."""

    def said(action: Action, size: float) -> Iterator[Paragraph]:
        yield Paragraph(action.title or copy.untitled, size, bold=True, before=10)
        yield Paragraph(action_line(action, copy), size - 2, colour=LIGHT.quiet, before=1)
        yield from (Paragraph(line, size - 1, before=2) for line in lines(action.note))

    return listed(copy, "fields.plural.actions", copy.workshop.actions, said, "takehome.slides.actions_notes")


def action_line(action: Action, copy: Takeaway) -> str:
    """An action's owner, day and state in a line."""
    parts = [f"{text('fields.actions.owner', copy.language)}: {action.owner}"] if action.owner else []
    parts += [text("goals.until", copy.language, day=day(action.due, copy.language))] if action.due else []
    return " · ".join([*parts, choice(action.state, copy.language)])
