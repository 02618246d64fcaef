"""The report's chapters about what the journey says: curve, funnel, findings, what to do."""

from collections.abc import Iterator

from journey.charts import emotion_curve_alt, emotion_curve_chart, funnel_alt, funnel_chart
from journey.critic import Severity, findings, listed, open_findings
from journey.critic.completeness import completeness
from journey.future import both_maps
from journey.journey_map import journey_map
from journey.model import Action, ActionState, Language, Opportunity, Workshop
from journey.numbers import funnel, periods
from journey.palette import ALARM, GREEN, MUSTARD, STEEL, phase_colour
from journey.paper import parts
from journey.paper.parts import Passage
from journey.paper.report.afterwards import judged
from journey.phases import PhaseModel, model_of
from journey.texts import choice, day, number, text, told_apart

_COLOURS = {Severity.HIGH: ALARM, Severity.MEDIUM: MUSTARD, Severity.LOW: STEEL, Severity.STRENGTH: GREEN}
_MOST_CURVES, _MOST_PERIODS = 4, 3
"""More curves than these would lie on each other; earlier periods stand in the workbook."""


def curve(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """Today's emotion curve, where anybody scored."""
    model = model_of(workshop, language)
    workshop, _ = both_maps(workshop)
    common = journey_map(workshop, model)
    if not any(feeling.emotion is not None for column in common.columns for feeling in column.feelings):
        return
    names = told_apart({p.id: p.name for p in workshop.personas[:_MOST_CURVES]}, text("frame.unnamed", language))
    own = {name: journey_map(workshop, model, persona=one) for one, name in names.items()}
    curves = {"": common, **own}
    yield parts.picture(
        emotion_curve_chart(curves, language, dark=False), emotion_curve_alt(curves, language), told=True
    )


def the_funnel(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """The funnel of each of the last periods, as a picture and as a table."""
    model, currency = model_of(workshop, language), workshop.frame.currency
    head = [text(f"fields.{name}", language) for name in ("counts.phase", "counts.count")]
    head += [text(f"paper.report.{name}", language) for name in ("of_before", "of_first")]
    for period in periods(workshop)[-_MOST_PERIODS:]:
        stages = funnel(workshop.counts, model, period=period)
        if not stages.has_people:
            continue
        yield parts.heading(period or text("funnel.no_period", language))
        drawn = funnel_chart(stages, language, dark=False, currency=currency)
        yield parts.picture(drawn, funnel_alt(stages, language, currency=currency))
        rows = [
            (
                stage.name,
                number(stage.count or 0, language),
                _share(stage.conversion_from_previous, language),
                _share(stage.conversion_from_start, language),
            )
            for stage in stages.counted
        ]
        yield from parts.table(head, (5, 2, 2, 2), rows, figures=3)


def _share(value: float | None, language: Language) -> str:
    from journey.charts.kit.wording import rate

    return "–" if value is None else rate(value, language)


def open_questions(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """The findings that nobody has answered, the weightiest first, and how far the phases are filled in."""
    model = model_of(workshop, language)
    found = listed(open_findings(findings(workshop, language), workshop))
    for severity, colour in _COLOURS.items():
        held = [finding for finding in found if finding.severity is severity]
        if held:
            yield parts.heading(text(f"analysis.severity_{severity}", language))
        for finding in held:
            place = model.index(finding.phase)
            mark = ("", "") if place is None else (model.phase_name(finding.phase), phase_colour(place))
            rows = [(text("paper.report.next", language), finding.next)]
            yield parts.block(finding.title, colour, level=3, marks=[mark], words=finding.why, rows=rows)
    lacking = list(_lacking(workshop, model, language))
    if lacking and not found:
        yield parts.paragraph(text("paper.empty.findings", language))
    yield from lacking


def _lacking(workshop: Workshop, model: PhaseModel, language: Language) -> Iterator[Passage]:
    """How far the phases are filled in that lack something; nothing where none does."""
    rows = [
        (
            model.phase_name(each.phase),
            text(
                "completeness.held",
                language,
                filled=number(each.filled, language),
                wanted=number(each.wanted, language),
            ),
        )
        for each in completeness(workshop, model)
        if each.filled < each.wanted
    ]
    if rows:
        head = (text("fields.counts.phase", language), text("paper.report.filled", language))
        yield parts.heading(text("completeness.title", language))
        yield parts.paragraph(text("completeness.help", language), quiet=True)
        yield from parts.table(head, (3, 2), rows)


def chances(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """The opportunities, those first that promise most for their effort; unweighed ones last."""
    model = model_of(workshop, language)
    head = [text(f"fields.opportunities.{name}", language) for name in ("title", "phase", "impact", "effort")]
    rows = [
        ("\n".join(filter(None, (each.title, each.description))), _phase(each.phase, model, language),
         str(each.impact or "–"), str(each.effort or "–"))
        for each in sorted(workshop.opportunities, key=_promise, reverse=True)
    ]  # fmt: skip
    yield from parts.table(head, (5, 3, 1.6, 1.6), rows, figures=2)


def _promise(each: Opportunity) -> tuple[bool, float, int]:
    weighed = each.impact is not None and each.effort is not None
    return weighed, (each.impact or 0) / (each.effort or 1), each.impact or 0


def actions(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """What the team will do, what is open first and soonest due."""
    model = model_of(workshop, language)
    head = [text(f"fields.actions.{name}", language) for name in ("title", "phase", "owner", "due", "state")]
    rows = [
        ("\n".join(filter(None, (each.title, each.note))), _phase(each.phase or "", model, language), each.owner,
         day(each.due, language) if each.due else "", choice(each.state, language))
        for each in sorted(workshop.actions, key=_urgency)
    ]  # fmt: skip
    yield from parts.table(head, (5, 2.6, 2.2, 1.8, 1.6), rows)
    yield from judged(workshop, language)


def _urgency(each: Action) -> tuple[bool, bool, str]:
    return each.state is not ActionState.OPEN, each.due is None, each.due.isoformat() if each.due else ""


def campaigns(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """Which campaign leads from where to where."""
    model = model_of(workshop, language)
    head = [
        text(f"fields.campaigns.{name}", language)
        for name in ("title", "from_phase", "to_phase", "traffic_source", "call_to_action")
    ]
    rows = [
        (each.title, _phase(each.from_phase, model, language), _phase(each.to_phase, model, language),
         each.traffic_source, each.call_to_action)
        for each in workshop.campaigns
    ]  # fmt: skip
    yield from parts.table(head, (3, 2.4, 2.4, 2.2, 2.4), rows)


def _phase(phase: str, model: PhaseModel, language: Language) -> str:
    """A phase's name; "" for none, and words for one that the model does not have."""
    if not phase:
        return ""
    return model.phase_name(phase) if model.phase(phase) else text("exchange.map.elsewhere", language)
