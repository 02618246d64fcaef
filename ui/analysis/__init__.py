"""Step 5: findings, the emotion curve, figures, what follows from it."""
