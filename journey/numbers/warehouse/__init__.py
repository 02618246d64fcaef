"""Logs that stay in a database: one Ibis expression of the funnel's definition runs there, only aggregates come back.

Ibis comes with requirements-warehouse.txt, which the app does without: `engines`, `errors` and `connection` load without
it (`connect` says what to install), the other modules need it.
"""
