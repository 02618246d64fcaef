"""A map as it is and as it shall be: each touchpoint on both sides, what differs as the list of work, and the way from one to
the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from journey.editing import Edit, next_rank, put, remove, revise
from journey.model import LINE_LIMIT, Action, ActionState, Language, MapState, Touchpoint, Workshop
from journey.phases import PhaseModel
from journey.texts import text

RULE = "future"
"""What an action has as its rule that comes from a difference; its subject is the touchpoint's title."""

FIELDS = ("channel", "emotion", "content")
"""What a touchpoint has on both sides, in the order in which it is told; `future_<field>` is the other side."""


class Coming(StrEnum):
    """What becomes of a touchpoint: it comes, changes, goes."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class BothSides:
    """A touchpoint today and in future; None where it is not there. `changed` are those of FIELDS that differ."""

    card: Touchpoint
    today: Touchpoint | None
    future: Touchpoint | None
    changed: tuple[str, ...]

    @property
    def coming(self) -> Coming | None:
        """What becomes of it; None where nothing is said to change."""
        if self.today is None:
            return Coming.NEW
        if self.future is None:
            return Coming.GONE
        return Coming.CHANGED if self.changed else None

    @property
    def action_id(self) -> str:
        """The id of the action that this difference becomes: the same for the same difference, so twice is once."""
        said = repr((self.card.id, self.coming, [getattr(self.card, f"future_{field}") for field in FIELDS]))
        return f"future-{sha256(said.encode()).hexdigest()[:24]}"


def both_sides(touchpoint: Touchpoint) -> BothSides:
    """A touchpoint on both sides. What nobody says of the future is as today."""
    said = {field: getattr(touchpoint, f"future_{field}") for field in FIELDS}
    set_ = {field: value for field, value in said.items() if value not in (None, "")}
    plain = dict.fromkeys(f"future_{field}" for field in FIELDS if field != "content")
    settled = {**plain, "future_content": "", "future_gone": False, "state": MapState.BOTH}
    today = None if touchpoint.state is MapState.TO_BE else touchpoint
    future = None if touchpoint.future_gone else touchpoint.model_copy(update={**settled, **set_})
    differs = tuple(field for field, value in set_.items() if value != getattr(touchpoint, field))
    return BothSides(touchpoint, today, future, differs if today and future else ())


def sides_of(workshop: Workshop, model: PhaseModel) -> tuple[BothSides, ...]:
    """Every touchpoint on both sides, in journey order, those of no phase last; without what is only planned and shall go."""
    order = {phase.id: place for place, phase in enumerate(model.phases)}
    cards = sorted(workshop.touchpoints, key=lambda card: order.get(card.phase, len(order)))
    return tuple(each for each in map(both_sides, cards) if each.today or each.future)


def has_future(workshop: Workshop) -> bool:
    """Whether anything is said to come, change or go."""
    return any(both_sides(card).coming for card in workshop.touchpoints)


def as_it_is(workshop: Workshop) -> Workshop:
    """The workshop with what is there today alone."""
    return _with(workshop, [both_sides(card).today for card in workshop.touchpoints])


def as_it_shall_be(workshop: Workshop) -> Workshop:
    """The workshop with what shall be there, as it shall be."""
    return _with(workshop, [both_sides(card).future for card in workshop.touchpoints])


def both_maps(workshop: Workshop) -> tuple[Workshop, Workshop | None]:
    """What the first and the second map show where they stand beside each other: today and the future. Where nothing is said to
    change there is one alone; where nothing is there today, the first shows what is planned."""
    if not has_future(workshop):
        return workshop, None
    today = as_it_is(workshop)
    return (today, as_it_shall_be(workshop)) if today.touchpoints else (workshop, None)


def difference_as_action(workshop: Workshop, sides: BothSides, language: Language) -> list[Edit]:
    """Edits that make an action of a difference; none where it is one already, or where nothing differs."""
    if sides.coming is None or workshop.find(sides.action_id):
        return []
    title = text(f"future.do_{sides.coming}", language, title=sides.card.title or text("frame.untitled", language))
    action = Action(
        id=sides.action_id, rank=next_rank(workshop.actions), title=title[:LINE_LIMIT], phase=sides.card.phase, rule=RULE,
        subject=sides.card.title,
    )  # fmt: skip
    return put(workshop, action)


def difference_of(workshop: Workshop, action: Action) -> BothSides | None:
    """The difference that an action came of; None where it came of none, and where it is not there any more."""
    sides = map(both_sides, workshop.touchpoints) if action.rule == RULE else ()
    return next((each for each in sides if each.coming and each.action_id == action.id), None)


def future_made_today(workshop: Workshop, sides: BothSides, day: date) -> list[Edit]:
    """Edits that make the future of a touchpoint today's, and its action done on that day; none where nothing differs."""
    action = workshop.find(sides.action_id)
    done = (
        [revise(action, state=ActionState.DONE, done=action.done or day, reason="")]
        if isinstance(action, Action)
        else []
    )
    if sides.coming is None:
        return []
    if sides.future is None:
        return [*remove(workshop, sides.card.id), *put(workshop, *done)]
    return put(workshop, sides.future, *done)


def _with(workshop: Workshop, touchpoints: Sequence[Touchpoint | None]) -> Workshop:
    return workshop.with_collection("touchpoints", [card for card in touchpoints if card])
