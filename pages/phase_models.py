"""All phase models side by side, and the team's own."""

from ui.kit import views
from ui.models import library

_VIEWS = {"library": library.of_the_app, "crosswalk": library.comparison, "own": library.own}
_VIEWS[views.switch("models")]()
