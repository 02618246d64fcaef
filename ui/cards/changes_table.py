"""Changes of cards as a table: each card, and its fields before and after."""

from typing import TYPE_CHECKING

from ui.kit.tables import table
from ui.state import session
from ui.state.words import safe, t

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journey.exchange import Difference


def changes_table(changes: "Iterable[Difference]") -> str:
    """HTML; what was is struck out, what will be stands out."""
    rows = []
    for change in changes:
        fields = "<br>".join(
            f"<b>{safe(field.word)}</b>: <del>{safe(field.old)}</del> → <ins>{safe(field.new)}</ins>"
            for field in change.fields
        )
        rows.append((safe(change.title(session.language())), fields))
    return table(t("import.what_changes"), (t("import.card"), t("import.change")), rows)
