"""The presenter's view, for a second screen: map, curve, funnel, findings."""

from ui.presenter import show, views

_VIEWS = {"map": views.journey, "curve": views.curve, "funnel": views.funnel, "findings": views.findings}
show.draw(_VIEWS)
