"""Step 3: touchpoints from the catalogue, in a table, and how they act on each other."""
