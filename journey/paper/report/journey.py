"""The report's chapter about the journey: the map as a picture, then each phase with its touchpoints in words."""

from collections.abc import Iterator

from journey.charts import fitted_map, journey_map_alt, journey_map_chart, map_layout
from journey.charts.kit.feelings import score
from journey.future import both_maps
from journey.journey_map import LANES, Lane, concerned, journey_map
from journey.model import Language, Opportunity, PersonaEmotion, Touchpoint, Workshop, lines
from journey.palette import CHANNELS, EMOTIONS, OCHRE
from journey.paper import parts
from journey.paper.parts import Passage
from journey.phases import model_of
from journey.texts import choice, text

_WIDE, _HIGH = 1_900, 1_080
"""The map's picture on a page of A4 in its own pixels, as many as can still be read. A larger map has the lanes of an overview
alone."""
_OVERVIEW = (Lane.TOUCHPOINTS, Lane.EMOTION)
_TOLD = ("doing", "thinking", "asking", "content", "call_to_action", "owner")


def first_map(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """The picture of today's map; of the whole where nothing is said to change, or nothing is there today."""
    today, _ = both_maps(workshop)
    yield from the_map(today, language)


def the_map(workshop: Workshop, language: Language, overview: str = "overview") -> Iterator[Passage]:
    """The picture of the map; `overview` are the words (below paper.report) where it has the lanes of an overview alone."""
    journey = journey_map(workshop, model_of(workshop, language))
    natural = map_layout(journey, language, width=_WIDE)
    shown = tuple(LANES)
    if natural.width > _WIDE or natural.height > _HIGH:
        yield parts.paragraph(text(f"paper.report.{overview}", language), quiet=True)
        shown = _OVERVIEW
    sheet = fitted_map(journey, language, width=_WIDE, height=_HIGH, among=shown)
    chart = journey_map_chart(journey, language, dark=False, layout=sheet.layout)
    yield parts.picture(chart, journey_map_alt(journey, language), fills=True)


def phases(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """Each phase with its question, its touchpoints and its chances; those of no phase last. Touchpoints have the numbers of the
    first map; what does not stand there has none."""
    model = model_of(workshop, language)
    journey = journey_map(workshop, model)
    numbers = journey_map(both_maps(workshop)[0], model).numbers
    for column in journey.columns:
        phase = model.phase(column.phase_id)
        yield parts.heading(column.name or text("charts.map.without_phase", language))
        if phase and phase.question:
            yield parts.paragraph(phase.question, quiet=True)
        for feeling in column.feelings:
            touchpoint = workshop.touchpoint(feeling.id)
            if touchpoint:
                yield _touchpoint(touchpoint, numbers.get(feeling.id), workshop, language)
        if not column.feelings:
            yield parts.paragraph(text("charts.map.no_touchpoint", language), quiet=True)
        known = {each.id for each in model.phases}
        here = [o for o in workshop.opportunities if (o.phase if o.phase in known else "") == column.phase_id]
        yield from _opportunities(here, workshop, language)


def _touchpoint(touchpoint: Touchpoint, number: int | None, workshop: Workshop, language: Language) -> Passage:
    title = touchpoint.title or text("charts.map.untitled", language)
    decisive = text("charts.map.moment_of_truth", language) if touchpoint.moment_of_truth else ""
    feeling = touchpoint.emotion
    marks = [
        (choice(touchpoint.channel, language), ""),
        (choice(touchpoint.state, language), ""),
        (score(feeling, language), "" if feeling is None else EMOTIONS[feeling]),
        (decisive, OCHRE),
    ]
    rows = [(text("fields.touchpoints.place", language), touchpoint.place), *_told(touchpoint, language)]
    rows += [
        (text("fields.touchpoints.pain_points", language), "\n".join(lines(touchpoint.pain_points))),
        (text("fields.touchpoints.personas", language), _people(touchpoint, workshop)),
        (text("fields.touchpoints.persona_emotions", language), _felt(touchpoint.persona_emotions, workshop, language)),
    ]
    called = title if number is None else f"{number} · {title}"
    return parts.block(called, CHANNELS[touchpoint.channel], level=3, marks=marks, rows=rows)


def _told(touchpoint: Touchpoint, language: Language) -> list[tuple[str, str]]:
    return [(text(f"fields.touchpoints.{name}", language), getattr(touchpoint, name)) for name in _TOLD]


def _people(touchpoint: Touchpoint, workshop: Workshop) -> str:
    """Whom it matters to, where that is not everybody."""
    meant = concerned(workshop, touchpoint)
    if len(meant) == len(workshop.personas):
        return ""
    return ", ".join(persona.name for persona in workshop.personas if persona.id in meant)


def _felt(differing: tuple[PersonaEmotion, ...], workshop: Workshop, language: Language) -> str:
    told = ((workshop.persona(each.persona), each.emotion) for each in differing)
    return "\n".join(f"{persona.name}: {score(emotion, language)}" for persona, emotion in told if persona)


def _opportunities(here: list[Opportunity], workshop: Workshop, language: Language) -> Iterator[Passage]:
    for each in here:
        touchpoint = workshop.touchpoint(each.touchpoint) if each.touchpoint else None
        yield parts.block(
            each.title or text("charts.map.untitled", language),
            LANES[Lane.OPPORTUNITIES].hue,
            level=3,
            marks=[(text("fields.kinds.opportunities", language), LANES[Lane.OPPORTUNITIES].hue)],
            words=each.description,
            rows=[(text("fields.opportunities.touchpoint", language), touchpoint.title if touchpoint else "")],
        )
