"""Step 3: touchpoints picked from the catalogue, edited in a table, and how they act on each other."""

from ui import catalogue, relations, setting_correction, touchpoint_table, views

view = views.switch("touchpoints", ("catalogue", "table", "relations"))
if view != "relations":
    setting_correction.notice()
if view == "catalogue":
    catalogue.draw()
elif view == "table":
    touchpoint_table.draw()
else:
    relations.draw()
