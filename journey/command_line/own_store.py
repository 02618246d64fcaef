"""The store that the app uses, for a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from journey.command_line.app import stop
from journey.model import Language
from journey.texts import text

if TYPE_CHECKING:
    from journey.store import Store


@contextmanager
def own_store(language: Language) -> "Iterator[Store]":
    """The store, closed afterwards; trouble with it ends the command in words."""
    from journey.store import StoreError, open_store

    try:
        store = open_store()
        try:
            yield store
        finally:
            store.close()
    except StoreError as error:
        stop("store", language, reason=text(error.key, language))
