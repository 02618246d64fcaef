"""What entities are made of: frozen values, numbers within their limits, days."""

from datetime import date
from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from journey.model.ids import Id
from journey.model.text import Number

Level = Annotated[int, Field(ge=1, le=5)]
Count = Annotated[int, Field(ge=0, le=10**12)]
Percent = Annotated[Number, Field(ge=0, le=100)]
Few = Field(max_length=100)
"""Lists inside a card: what one cell of a spreadsheet can hold."""
Days = Annotated[Number, Field(ge=0, le=100_000)]
Factor = Annotated[Number, Field(gt=0, le=1_000)]
FIRST_DAY = date(1900, 3, 1)
"""The first day that every spreadsheet counts alike."""
Day = Annotated[date, Field(ge=FIRST_DAY)]


class Value(BaseModel):
    """A frozen value that refuses unknown fields. What checks it is built when it is first needed: a short command needs
    little of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Entity(Value):
    """A card: `rank` orders it among its kind (smaller first, ties by id). People call it by its fields `said_by`, with
    `between` between them."""

    said_by: ClassVar[tuple[str, ...]] = ()
    between: ClassVar[str] = ", "

    id: Id
    rank: Number = 0.0
