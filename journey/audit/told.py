"""The self-audit's scores as page and files tell them: points in words, a colour for each light, a table."""

from collections.abc import Iterable, Mapping

from journey.audit import Colour, Score, scores
from journey.critic import Finding
from journey.model import Language, Workshop
from journey.palette import ALARM, GREEN, OCHRE, SLATE
from journey.phases import PhaseModel, model_of
from journey.texts import number, text

LIGHTS = {Colour.GREEN: GREEN, Colour.AMBER: OCHRE, Colour.RED: ALARM, Colour.GREY: SLATE}
"""Filled, with white words on them; a word beside each says the same."""

MOST_REASONS = 3


def audited(workshop: Workshop, found: Iterable[Finding], language: Language) -> Mapping[str, Score]:
    """The scores as files tell them: none where nobody has answered a question."""
    return scores(workshop, model_of(workshop, language), language, found) if workshop.audit else {}


def audit_table(
    judged: Mapping[str, Score], model: PhaseModel, language: Language
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The head and the rows of a table of scores: phase, points, what speaks against better ones."""
    head = tuple(text(f"audit.{name}", language) for name in ("phase", "result", "reasons"))
    rows = (
        (model.phase_name(phase), points_words(score, language), "\n".join(score.reasons[:MOST_REASONS]))
        for phase, score in judged.items()
    )
    return head, tuple(rows)


def points_words(score: Score, language: Language) -> str:
    """The points in words, and what their colour means; that nothing is known where it is so."""
    if score.score is None:
        return text("audit.no_score", language)
    points = text("audit.score", language, score=number(score.score, language))
    return f"{points} · {text(f'audit.colour_{score.colour.value}', language)}"
