"""All phase models side by side, and the team's own."""

from ui import model_library, views

_VIEWS = {"library": model_library.of_the_app, "crosswalk": model_library.comparison, "own": model_library.own}
_VIEWS[views.switch("models")]()
