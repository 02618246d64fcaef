"""The live room, as the facilitator steers it: who is in, what is asked, what comes of it, the agenda,
and what is left of it afterwards."""

from ui.kit import views
from ui.room import agenda, entrance, exercises, looking_back, open_ideas

_VIEWS = {
    "entrance": entrance.draw,
    "exercises": exercises.draw,
    "agenda": agenda.draw,
    "said": looking_back.draw,
    "ideas": open_ideas.draw,
}
_VIEWS[views.switch("live_room")]()
