"""Step 4: the journey map, and the funnel as the other way of looking."""

from ui.kit import views
from ui.map import both_sides, campaigns, map_view
from ui.numbers import typed_counts

_VIEWS = {"funnel": typed_counts.draw, "campaigns": campaigns.draw, "future": both_sides.draw}
view = views.switch("map")
if view == "map":
    map_view.draw()
else:
    map_view.put_by(_VIEWS[view])
