"""The shape of the document: its types with their fields, its choices with their values. `python -m tests.model.document_shape`
writes it down beside this file, under the number that the format has."""

import json
from enum import Enum
from pathlib import Path
from types import NoneType
from typing import Any, get_args

from journey.model import FORMAT_VERSION, KINDS, PersonaEmotion, Phase, Value, Workshop, choices

WRITTEN = Path(__file__).with_suffix(".json")


def shape() -> dict[str, Any]:
    """What an app has to know to read a document."""
    types: list[type[Value]] = [Workshop, *KINDS.values(), Phase, PersonaEmotion]
    closed = [
        each for each in vars(choices).values() if isinstance(each, type) and issubclass(each, Enum) and len(each)
    ]
    return {
        "format": FORMAT_VERSION,
        "types": {type_.__name__: _fields(type_) for type_ in types},
        "choices": {each.__name__: [value.value for value in each] for each in closed},
    }


def _fields(type_: type[Value]) -> dict[str, str]:
    """The fields of a type: needed, or may be null, or neither."""
    return {
        name: "needed" if field.is_required() else "null" if NoneType in get_args(field.annotation) else ""
        for name, field in type_.model_fields.items()
    }


if __name__ == "__main__":
    WRITTEN.write_text(json.dumps(shape(), indent=1) + "\n", "utf-8")
