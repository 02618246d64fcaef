"""Bringing a spreadsheet or a board."""
