"""The phase models: the library, the comparison, the team's own."""
