"""A priority that is put elsewhere on the plane: its place stands for both values alike."""

from journey.model import Priority

LEAST, MOST = 1, 5


def put_at(priority: Priority, *, value: int | None = None, effort: int | None = None) -> Priority:
    """The priority with another value, for customers and for the firm alike, or another effort."""
    fields: dict[str, int] = {}
    if value is not None:
        fields |= {"value_customers": value, "value_firm": value}
    if effort is not None:
        fields["effort"] = effort
    return _with(priority, **fields)


def without(priority: Priority, name: str) -> Priority:
    """The priority as if nobody had said its `value`, or its `effort`."""
    fields = ("value_customers", "value_firm") if name == "value" else (name,)
    return Priority.model_validate({**dict(priority), **dict.fromkeys(fields)})


def shifted(priority: Priority, *, value: int = 0, effort: int = 0) -> Priority:
    """The priority with levels that are so much larger, within their limits; one that nobody said begins in the middle."""
    fields = {"value_customers": value, "value_firm": value, "effort": effort}
    return _with(priority, **{name: _level(getattr(priority, name), step) for name, step in fields.items() if step})


def _level(held: int | None, step: int) -> int:
    return min(MOST, max(LEAST, (LEAST + MOST) // 2 if held is None else held + step))


def _with(priority: Priority, **fields: int) -> Priority:
    return Priority.model_validate({**dict(priority), **fields})
