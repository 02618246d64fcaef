"""Step 4: the journey map, and the funnel as the other way of looking."""

from ui import campaigns, funnel_view, map_view, views

_VIEWS = {"map": map_view.draw, "funnel": funnel_view.draw, "campaigns": campaigns.draw}
_VIEWS[views.switch("map")]()
