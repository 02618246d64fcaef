"""Step 3: touchpoints picked from the catalogue, edited in a table, and how they act on each other."""

from ui.kit import views
from ui.touchpoints import catalogue, relations, setting_correction, touchpoint_table

_VIEWS = {"catalogue": catalogue.draw, "table": touchpoint_table.draw, "relations": relations.draw}
view = views.switch("touchpoints")
if view != "relations":
    setting_correction.notice()
_VIEWS[view]()
