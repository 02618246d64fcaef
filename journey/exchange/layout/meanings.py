"""What words mean in a workbook that is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from journey.exchange.layout.names import Names
from journey.model import Language


@dataclass(frozen=True)
class Meanings:
    """What words mean in a workbook: its language, its names by target, and the kind of every id."""

    language: Language
    names: Mapping[str, Names]
    kinds: Mapping[str, str]
    cards: Mapping[str, str] = field(default_factory=dict)
    """Labels of cited cards with their ids, as the workbook was written."""
    first_cards: bool = False
    packed: Mapping[str, str] = field(default_factory=dict)
    """Packed texts of rounds by their seals."""
    dangling: frozenset[str] | None = None
    """The ids that may be named although they are not there, see Names."""

    def as_written(self) -> "Meanings":
        """The same where labels first mean what they meant when the workbook was written."""
        return replace(
            self, names={target: names.as_written() for target, names in self.names.items()}, first_cards=True
        )
