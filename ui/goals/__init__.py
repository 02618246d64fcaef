"""Step 1: the workshop's frame, its goals, the planning questions."""
