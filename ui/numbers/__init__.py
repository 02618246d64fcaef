"""Real numbers: the funnel from counts or a log, and every question that a log answers."""
