"""The live room, as the facilitator steers it: who is in, what is asked, what comes of it, and the agenda."""

from ui.kit import views
from ui.room import agenda, entrance, exercises

_VIEWS = {"entrance": entrance.draw, "exercises": exercises.draw, "agenda": agenda.draw}
_VIEWS[views.switch("live_room")]()
