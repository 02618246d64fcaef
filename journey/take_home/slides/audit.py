"""The slides of the self-audit: the points of each phase, and what speaks against better ones."""

from journey.audit.told import audit_table
from journey.take_home.slides.slide import DeckSlide
from journey.take_home.slides.tables import table_slides
from journey.take_home.takeaway import Takeaway
from journey.texts import text


def audit_slides(copy: Takeaway) -> list[DeckSlide]:
    """A row a phase; no slide where nobody has answered a question."""
    if not copy.audited:
        return []
    head, rows = audit_table(copy.audited, copy.model, copy.language)
    notes = text("takehome.slides.audit_notes", copy.language)
    return table_slides(text("paper.chapter.audit", copy.language), head, rows, copy, shares=(2.4, 2.8, 6), notes=notes)
