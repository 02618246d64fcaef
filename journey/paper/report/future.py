"""The report's chapter about the map as it shall be: the picture, then what differs as the list of work."""

from collections.abc import Iterator

from journey.future import FIELDS, BothSides, as_it_shall_be, has_future, sides_of
from journey.history import field_words
from journey.model import Action, Language, Touchpoint, Workshop
from journey.paper import parts
from journey.paper.parts import Passage
from journey.paper.report.journey import the_map
from journey.phases import model_of
from journey.texts import choice, text


def future(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """Nothing where nothing is said to change."""
    if not has_future(workshop):
        return
    yield parts.heading(text("future.map", language))
    yield from the_map(as_it_shall_be(workshop), language, "overview_to_be")
    yield parts.new_page()
    yield parts.heading(text("paper.report.differences", language))
    head = [text(f"future.{name}", language) for name in ("touchpoint", "today", "future")]
    found = [each for each in sides_of(workshop, model_of(workshop, language)) if each.coming]
    rows = [_row(each, workshop, language) for each in found]
    yield from parts.table([*head, text("fields.kinds.actions", language)], (3, 4, 4, 3), rows)


def _row(each: BothSides, workshop: Workshop, language: Language) -> tuple[str, str, str, str]:
    title = each.card.title or text("charts.map.untitled", language)
    fields = each.changed or tuple(field for field in FIELDS if getattr(each.card, field) not in (None, ""))
    today, later = (_said(side, fields, workshop, language) for side in (each.today, each.future))
    return (
        f"{title}\n({text(f'future.coming_{each.coming}', language)})",
        today,
        later,
        _action(each, workshop, language),
    )


def _said(card: Touchpoint | None, fields: tuple[str, ...], workshop: Workshop, language: Language) -> str:
    """What a side says, a field a line."""
    if card is None:
        return text("future.not_there", language)
    model = model_of(workshop, language)
    told = (
        (field, field_words("touchpoints", field, getattr(card, field), workshop, model, language)) for field in fields
    )
    return (
        "\n".join(f"{text(f'fields.touchpoints.{field}', language)}: {words}" for field, words in told if words) or "–"
    )


def _action(each: BothSides, workshop: Workshop, language: Language) -> str:
    """The action that the difference became; "–" where it is none yet."""
    action = workshop.find(each.action_id)
    if not isinstance(action, Action):
        return "–"
    return "\n".join(filter(None, (action.title, action.owner, choice(action.state, language))))
