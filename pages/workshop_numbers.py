"""The numbers: what customers did, from an event log or typed counts, beside what the team believed."""

from ui import channels_view, guesses_view, log_funnel, log_view, paths_view, trends_view, views, what_if_view

_VIEWS = {
    "log": log_view.draw,
    "funnel": log_funnel.draw,
    "paths": paths_view.draw,
    "channels": channels_view.draw,
    "trends": trends_view.draw,
    "what_if": what_if_view.draw,
    "guesses": guesses_view.draw,
}
_VIEWS[views.switch("numbers", formerly="real_numbers")]()
