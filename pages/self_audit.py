"""The self-audit: a small firm questions its own funnel, phase by phase, and prints the result."""

from ui.audit import form, result
from ui.kit import views

_VIEWS = {"form": form.draw, "result": result.draw}
_VIEWS[views.switch("audit")]()
