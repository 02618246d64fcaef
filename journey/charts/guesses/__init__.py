"""What the team guessed for each step, and what was measured."""
