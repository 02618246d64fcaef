"""PowerPoint: a deck to present and to adapt, all of it editable."""

from journey.take_home.slides.deck import slides_of, write_slides

__all__ = ["slides_of", "write_slides"]
