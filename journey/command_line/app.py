"""The command line's frame: its language, its help, and how it stops. Messages go to standard error."""

import os
import sys
from io import TextIOWrapper
from typing import Annotated, Never

import typer

from journey.model import Language
from journey.texts import text

NOTHING_USABLE, UNREADABLE, FELL, INTERRUPTED = 1, 2, 3, 130
"""Exit codes: nothing in an imported workbook is usable, or nothing in a new log belongs to the journey; wrong use, an
unreadable source, a full disk; a watched step fell by more than can be chance; Ctrl-C while a log was read."""


def spoken() -> Language:
    """The language of the environment (LC_ALL, LC_MESSAGES, LANG); German when it names none that the app speaks."""
    named = next((value for key in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(key))), "")
    code = named[:2].casefold()
    return Language(code) if code in set(Language) else Language.DE


def help_of(key: str) -> str:
    """The help of a command, an argument or an option, in the language of the environment."""
    return text(f"command_line.help.{key}", spoken())


SPOKEN = spoken()
Spoken = Annotated[Language, typer.Option("--language", help=help_of("language"))]

app = typer.Typer(
    name="python -m journey",
    help=help_of("app"),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def say(key: str, language: Language, **values: object) -> None:
    """A message on standard error."""
    typer.echo(text(key, language, **values), err=True)


def stop(key: str, language: Language, *, code: int = UNREADABLE, **values: object) -> Never:
    """End with a message, by its key below command_line.error."""
    say(f"command_line.error.{key}", language, **values)
    raise typer.Exit(code)


def main() -> None:
    """Run the command line. A character that the terminal cannot show is written as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    app()
