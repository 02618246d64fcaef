"""The funnel: a bar a phase, and what goes on from each to the next."""
