"""The plane of value and effort, with a numbered mark for everything on it."""
