"""How a text file parts its cells: the delimiter, the mark around cells, and what stands before that mark inside them."""

import csv
from collections.abc import Iterable
from typing import Any, NamedTuple


class Dialect(NamedTuple):
    """Cells are parted by `delimiter`; `quote` stands around those that hold one. Inside, a quote is doubled; where
    `escape` is a backslash, as MySQL and Redshift write it, one behind a backslash is a quote too."""

    delimiter: str
    quote: str = '"'
    escape: str = '"'

    def reader(self, lines: Iterable[str], **options: Any) -> Any:
        """A reader of Python's csv for this dialect."""
        escape = None if self.escape == self.quote else self.escape
        return csv.reader(lines, delimiter=self.delimiter, quotechar=self.quote, escapechar=escape, **options)


BACKSLASH, APOSTROPHE = "\\", "'"
