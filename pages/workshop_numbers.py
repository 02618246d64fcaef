"""The numbers: what customers did, from an event log or typed counts, beside what the team believed."""

from ui.kit import views
from ui.numbers import channels, funnel, guesses, orders, paths, trends, what_if
from ui.numbers.source import upload

_VIEWS = {
    "log": upload.draw,
    "funnel": funnel.draw,
    "paths": paths.draw,
    "channels": channels.draw,
    "trends": trends.draw,
    "orders": orders.draw,
    "what_if": what_if.draw,
    "guesses": guesses.draw,
}
_VIEWS[views.switch("numbers", formerly="real_numbers")]()
