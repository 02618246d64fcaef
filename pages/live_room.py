"""The live room, as the facilitator steers it: who is in, what is asked, what comes of it, the agenda, and what is left of it
afterwards, which all who may read the workshop see."""

from journey.roles import Right
from ui.kit import views
from ui.room import agenda, entrance, exercises, looking_back, open_ideas
from ui.state import session

_VIEWS = {
    "entrance": entrance.draw,
    "exercises": exercises.draw,
    "agenda": agenda.draw,
    "said": looking_back.draw,
    "ideas": open_ideas.draw,
}
if session.may(Right.LEAD):
    _VIEWS[views.switch("live_room")]()
else:
    looking_back.draw()
