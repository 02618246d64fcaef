"""Step 4: the journey map, and the funnel as the other way of looking."""

from ui import campaigns, funnel_view, map_view, views

view = views.switch("map", ("map", "funnel", "campaigns"))
if view == "map":
    map_view.draw()
elif view == "funnel":
    funnel_view.draw()
else:
    campaigns.draw()
