"""Step 5: what the map says: findings with where and why, and the emotion curve."""

from ui import findings

findings.board()
