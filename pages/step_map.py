"""Step 4: the journey map, and the funnel as the other way of looking."""

from functools import partial

from ui.kit import views
from ui.map import both_sides, campaigns, map_view
from ui.numbers import typed_counts

_VIEWS = {
    "map": map_view.draw,
    "funnel": partial(map_view.put_by, typed_counts.draw),
    "campaigns": partial(map_view.put_by, campaigns.draw),
    "future": partial(map_view.put_by, both_sides.draw),
}
_VIEWS[views.switch("map")]()
