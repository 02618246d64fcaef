"""Which version of the workshop the page shows. A part of it that runs alone may have saved more since."""

from dataclasses import dataclass

from ui.state import session


@dataclass
class _Shown:
    """The version by its number, None where no workshop is shown."""

    sequence: int | None = None


def begin() -> None:
    """The page is about to be drawn."""
    opened = session.current().opened
    session.of_run(_Shown).sequence = opened.sequence if opened else None


def is_outdated() -> bool:
    """Whether the page shows less than this tab knows."""
    opened = session.current().opened
    return opened is not None and session.of_run(_Shown).sequence != opened.sequence
