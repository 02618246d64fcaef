"""What people take home after a workshop: every format in which it goes out."""

from journey.take_home.formats import FORMATS, DocumentWriter, Format

__all__ = ["FORMATS", "DocumentWriter", "Format"]
