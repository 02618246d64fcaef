"""Rounds of a journey that is measured again: closing one, looking back, comparing, what happened outside."""

from ui.kit import views
from ui.rounds import comparing, course, events, shelf

_VIEWS = {"rounds": shelf.draw, "compare": comparing.draw, "course": course.draw, "events": events.draw}
_VIEWS[views.switch("rounds")]()
