"""Step 4: the journey map, and the funnel as the other way of looking."""

from ui.kit import views
from ui.map import both_sides, campaigns, map_view
from ui.numbers import typed_counts

_VIEWS = {
    "map": map_view.draw,
    "funnel": map_view.putting_by(typed_counts.draw),
    "campaigns": map_view.putting_by(campaigns.draw),
    "future": map_view.putting_by(both_sides.draw),
}
_VIEWS[views.switch("map")]()
