"""What can go wrong with a log in a database, in words for people. No message ever holds a password."""

from journey.model import Language
from journey.texts import text


class WarehouseError(ValueError):
    """`key` is a text below warehouse.error, `values` fill its placeholders."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key, values)
        self.key, self.values = key, values

    def __str__(self) -> str:
        return self.message(Language.EN)

    def message(self, language: Language) -> str:
        """What is wrong, and what to do."""
        return text(f"warehouse.error.{self.key}", language, **self.values)


class MissingExtra(WarehouseError):
    """Ibis or the driver of this database is not installed."""


class BadAddress(WarehouseError):
    """The URL names no database that the app knows, or is none."""


class NoConnection(WarehouseError):
    """The database does not answer, or refuses."""


class NoSuchTable(WarehouseError):
    """There is no table of this name, or no column of that one in it."""


class NotInWarehouse(WarehouseError):
    """This question or this table cannot be answered inside the database; the message says what to do instead."""


class QueryFailed(WarehouseError):
    """The database broke off its answer."""
