"""Earlier rounds of a sample: its present state, with what was otherwise then, closed in the order in which it happened.

All of it is invented, as the sample itself says."""

from collections.abc import Iterator, Mapping
from datetime import date
from random import Random
from typing import Any

from journey.editing import applied, change_of, kind_of, remove, revise
from journey.model import KINDS, Entity, Language, Workshop
from journey.phases import PhaseModel
from journey.rounds import closing, kept_now

SEED = 20250119
Told = Mapping[str, Any]


def with_rounds(workshop: Workshop, told: list[Told], model: PhaseModel, language: Language) -> Workshop:
    """The workshop with rounds, the first told closed first. Each says what was otherwise then: cards that were `absent`,
    fields and whole cards of then, and the figures of its own period in place of those of today."""
    workshop = workshop.exchanged({"counts": [*_earlier_counts(told, model), *workshop.counts]})
    closed = workshop.exchanged({"rounds": ()})
    for place, each in enumerate(told, 1):
        then = as_it_was(workshop, each, model).exchanged({"rounds": closed.rounds})
        edits = closing(
            then, each["name"], date.fromisoformat(each["closed"]), kept_now(then, language),
            next_day=date.fromisoformat(each["next_day"]), next_people=each["next_people"],
            next_measure=each["next_measure"], round_id=f"round-{place:02}",
        )  # fmt: skip
        change = change_of(edits)
        if change:
            closed = closed.exchanged({"rounds": applied(then, change).rounds})
    return closed


def as_it_was(workshop: Workshop, told: Told, model: PhaseModel) -> Workshop:
    """The workshop as it stood when a round was closed."""
    change = change_of(remove(workshop, *told.get("absent", ())))
    then = applied(workshop, change) if change else workshop
    for kind, cards in told.get("cards", {}).items():
        held = {card.id: card for card in then.collection(kind)}
        for card in cards:
            held[card["id"]] = _card(kind, held.get(card["id"]), card, model)
        then = then.exchanged({kind: held.values()})
    if "periods" in told:
        then = then.exchanged({"counts": [count for count in then.counts if count.period in told["periods"]]})
    return then


def _card(kind: str, today: Entity | None, fields: dict[str, Any], model: PhaseModel) -> Entity:
    placed = {**fields, **({"phase": f"{model.id}.{fields['phase']}"} if "phase" in fields else {})}
    found = revise(today, **placed) if today else KINDS[kind].model_validate(placed)
    assert kind_of(found) == kind  # noqa: S101 - a slip in the content is told at once
    return found


def _earlier_counts(told: list[Told], model: PhaseModel) -> Iterator[Entity]:
    """The counts of the rounds that have some of their own: each invented person goes on with the step's chance or leaves."""
    dice = Random(SEED)  # noqa: S311 - invented figures need to be repeatable, not secret
    for number, each in enumerate((each["counts"] for each in told if "counts" in each), -len(told)):
        left = each["people"]
        for place, (phase, chance) in enumerate(zip(model.phases, [*each["chances"], 0.0], strict=True)):
            fields = {"phase": phase.id, "period": each["period"], "count": left, "rank": number * 100 + place}
            yield KINDS["counts"].model_validate({"id": f"counts-{each['period']}-{place + 1}", **fields})
            left = sum(dice.random() < chance for _ in range(left))
