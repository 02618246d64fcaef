"""Journeys beside each other: two of them (this year's and last year's, one persona's and another's), and all over their rounds."""

from ui.comparing import courses, journeys
from ui.kit import views

_VIEWS = {"pair": journeys.draw, "rounds": courses.draw}
_VIEWS[views.switch("compare")]()
