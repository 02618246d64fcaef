"""How times are written, by people and programs: which format a column has, and how Python and SQL read it."""
