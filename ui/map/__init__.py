"""Step 4: the journey map and the campaigns."""
