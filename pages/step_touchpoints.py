"""Step 3: touchpoints picked from the catalogue, edited in a table, scored, and how they act on each other."""

from ui.kit import views
from ui.touchpoints import catalogue, relations, scores, setting_correction, touchpoint_table

_VIEWS = {
    "catalogue": catalogue.draw, "table": touchpoint_table.draw, "scores": scores.draw, "relations": relations.draw,
}  # fmt: skip
view = views.switch("touchpoints")
if view in {"catalogue", "table"}:
    setting_correction.notice()
_VIEWS[view]()
