"""The self-audit: a small firm questions its own funnel, phase by phase, and prints the result on one page."""

from ui import audit_form, audit_result, views

_VIEWS = {"form": audit_form.draw, "result": audit_result.draw}
_VIEWS[views.switch("audit")]()
