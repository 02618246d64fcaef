"""The report's chapter about the self-audit: the points of each phase, what speaks against better ones, what to do first."""

from collections.abc import Iterator

from journey.audit.first_things import first_things
from journey.audit.told import audit_table, audited
from journey.charts import phase_scores_alt, phase_scores_chart
from journey.critic import findings
from journey.model import Language, Workshop
from journey.paper import parts
from journey.paper.parts import Passage
from journey.phases import model_of
from journey.questionnaire import questions
from journey.texts import text


def self_audit(workshop: Workshop, language: Language) -> Iterator[Passage]:
    """The bars, the table, the first things; nothing where nobody has answered a question."""
    judged = audited(workshop, findings(workshop, language), language)
    if not judged:
        return
    model = model_of(workshop, language)
    chart = phase_scores_chart(judged, model, language, dark=False)
    yield parts.picture(chart, phase_scores_alt(judged, model, language))
    head, rows = audit_table(judged, model, language)
    yield from parts.table(head, (2.4, 2.8, 5), rows)
    things = first_things(workshop, questions(model, language), judged, language)
    if things:
        yield parts.heading(text("audit.first", language))
        yield from parts.facts(
            (each.title, f"{each.begin}\n{text('audit.first_why', language, why=each.why)}") for each in things
        )
