"""Interface words in German and English. A key is file.table.name (`choices.Channel.website`); language is always an argument."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from journey.model import Language


class MissingText(KeyError):
    """No such key in the catalogue, or a placeholder without its value."""


@cache
def catalogue(language: Language) -> dict[str, str]:
    """Every key of a language with its words; placeholders are written {like_this}."""
    words: dict[str, str] = {}
    for path in sorted((Path(__file__).parent / language.value).glob("*.toml")):
        words.update(_flat(tomllib.loads(path.read_text("utf-8")), path.stem))
    return words


def text(key: str, language: Language, **values: object) -> str:
    """The words of a key, with its placeholders filled in. MissingText for an unknown key or a missing value."""
    try:
        words = catalogue(language)[key]
        return words.format(**values) if values else words
    except KeyError as error:
        raise MissingText(f"{key} ({language.value}): {error}") from error


def choice(value: Any, language: Language) -> str:
    """The words of a member of one of the model's closed choices."""
    return text(f"choices.{type(value).__name__}.{value.value}", language)


def has(key: str, language: Language) -> bool:
    """Whether the catalogue has this key."""
    return key in catalogue(language)


def number(value: float, language: Language, digits: int | None = None) -> str:
    """A number as people write it: 1.234,5 in German, 1,234.5 in English. `digits` fixes the decimals."""
    shown = f"{value:,.{digits}f}" if digits is not None else f"{value:,.15g}"
    return shown.translate(str.maketrans(",.", ".,")) if language is Language.DE else shown


def percent(share: float, language: Language, digits: int = 0) -> str:
    """A share of 1 as a percentage: 12,5 % in German (with a narrow space), 12.5% in English."""
    return number(share * 100, language, digits) + ("\u202f%" if language is Language.DE else "%")


def money(value: float, currency: str, language: Language, digits: int | None = None) -> str:
    """An amount with its currency, which no line break parts: 5.200 EUR (with a narrow space), and 5.200 without one."""
    return f"{number(value, language, digits)}\u202f{currency}" if currency else number(value, language, digits)


def _flat(table: dict[str, Any], prefix: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for name, value in table.items():
        key = f"{prefix}.{name}"
        words.update(_flat(value, key) if isinstance(value, dict) else {key: str(value)})
    return words
