"""Spreadsheets and boards of strangers."""
