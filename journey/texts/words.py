"""The catalogue of words: one TOML file a namespace and language. A key is file.table.name (`choices.Channel.website`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from journey.model import Language

_FOLDER = Path(__file__).parent


class MissingText(KeyError):
    """No such key in the catalogue, or a placeholder without its value."""


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Every key of a language with its words; placeholders are written {like_this}."""
    words: dict[str, str] = {}
    for path in sorted((_FOLDER / language.value).glob("*.toml")):
        words |= _namespace(path.stem, language)
    return words


def text(key: str, language: Language, **values: object) -> str:
    """The words of a key, with its placeholders filled in. MissingText for an unknown key or a missing value."""
    try:
        words = _namespace(key.partition(".")[0], language)[key]
        return words.format(**values) if values else words
    except KeyError as error:
        raise MissingText(f"{key} ({language.value}): {error}") from error


def choice(value: Any, language: Language) -> str:
    """The words of a member of one of the model's closed choices."""
    return text(f"choices.{type(value).__name__}.{value.value}", language)


def has(key: str, language: Language) -> bool:
    """Whether the catalogue has this key."""
    return key in _namespace(key.partition(".")[0], language)


@cache
def _namespace(name: str, language: Language) -> dict[str, str]:
    """The words of one file, read when the first of them is said: a short command needs few of them."""
    path = _FOLDER / language.value / f"{name}.toml"
    return _flat(tomllib.loads(path.read_text("utf-8")), name) if path.is_file() else {}


def _flat(table: dict[str, Any], prefix: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}"
        words.update(_flat(value, key) if isinstance(value, dict) else {key: str(value)})
    return words


def told_apart(names: Mapping[str, str], unnamed: str) -> dict[str, str]:
    """Names by id of which no two are the same: empty ones get words, equal ones a number."""
    found: dict[str, str] = {}
    for key, name in names.items():
        bare = name or unnamed
        taken = set(found.values())
        numbered = (f"{bare} ({number})" for number in count(2))
        found[key] = bare if bare not in taken else next(words for words in numbered if words not in taken)
    return found
