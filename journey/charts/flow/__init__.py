"""The ways between the phases, as bands on a column for each."""
