"""The self-audit: a small firm questions its own funnel, phase by phase, and prints the result on one page."""

from ui import audit_form, audit_result, views

if views.switch("audit", ("form", "result")) == "form":
    audit_form.draw()
else:
    audit_result.draw()
