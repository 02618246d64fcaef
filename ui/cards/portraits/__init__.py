"""The fields of a portrait. What it looks like is in journey.portraits."""
