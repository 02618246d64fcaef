"""Bringing a spreadsheet or a board: what was understood, put right, and seen as cards before anything is taken over."""
