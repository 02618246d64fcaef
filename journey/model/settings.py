"""What a team settles for its workshop: limits of rules, rules that it does without, and how its log is read."""

from typing import Annotated

from pydantic import Field

from journey.model.text import Line, Number, Text
from journey.model.values import Entity


class OwnLimit(Entity):
    """A limit of the critic's rules that the team sets otherwise: `name` is the limit's, `value` in its unit (shares in
    percent); None = the default. The first of a name counts; an unknown name and a value that the limit does not take are
    passed over."""

    said_by = ("name",)

    name: Annotated[Line, Field(min_length=1)]
    value: Number | None = None


class SilencedRule(Entity):
    """A rule of the critic that the team switched off, by its id, and why. An unknown rule is passed over."""

    said_by = ("rule",)

    rule: Annotated[Line, Field(min_length=1)]
    reason: Text = ""


class KnownLog(Entity):
    """How an event log was read whose counts the team kept, so that the next one of its kind needs no questions. `name`: what the
    file was called; `table`: the table of the operator's database that it lies in, "" for a file. `choices`: columns and
    formats as JSON (see numbers.reading_again). It holds names of columns, never a case."""

    said_by = ("name",)

    name: Annotated[Line, Field(min_length=1)]
    table: Line = ""
    choices: Text = ""
