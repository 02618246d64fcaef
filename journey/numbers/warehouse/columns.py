"""What a table's columns probably are, guessed from their names and types."""

import ibis.expr.types as ir

from journey.numbers.reading import ColumnLook, TimeFormat
from journey.numbers.reading.roles import guessed_roles


def guessed_columns(table: ir.Table) -> dict[str, str]:
    """Role → column name, for a person to confirm; nothing is read from the table."""
    looks = [
        ColumnLook(name, 1.0, 2, TimeFormat.ISO if kind.is_temporal() else None, number=kind.is_numeric())
        for name, kind in table.schema().items()
    ]
    return dict(guessed_roles(looks))
