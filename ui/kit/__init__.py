"""Widgets and what they share: fields and tables that save themselves, pictures, the list of pages, the look."""
