"""The plane for whoever has the document alone, as everything that is taken home."""

from collections.abc import Iterable

from journey.critic import Finding
from journey.model import Language, Workshop
from journey.numbers import newest_funnel
from journey.phases import model_of
from journey.priorities.gains import proposed_gains
from journey.priorities.plane import Weighed, weighed
from journey.priorities.subjects import subjects_of


def weighed_by_counts(workshop: Workshop, found: Iterable[Finding], language: Language) -> tuple[Weighed, ...]:
    """Every priority on the plane; the counts of the newest period propose what nobody said of the firm's value. `found` are the
    findings of the workshop."""
    model = model_of(workshop, language)
    gains = proposed_gains(workshop, newest_funnel(workshop, model), model.sale())
    return weighed(workshop, subjects_of(workshop, found, language), gains)
