"""The commands about the store: a back-up of all workshops, and its way back. The store is the one that the app uses."""

from pathlib import Path
from typing import Annotated

import typer

from journey.command_line.app import SPOKEN, Spoken, app, help_of, say, stop
from journey.command_line.own_store import own_store
from journey.texts import number, text


@app.command("backup", help=help_of("backup"))
def backup_command(
    to: Annotated[Path, typer.Option("--to", metavar="FILE.zip", help=help_of("to_backup"))], language: Spoken = SPOKEN
) -> None:
    """Write every workshop of the store into one file."""
    from journey.store import BACKUP_SUFFIX

    if to.suffix.casefold() != BACKUP_SUFFIX:
        stop("target_format", language, file=to, formats=BACKUP_SUFFIX)
    with own_store(language) as store:
        data = store.backups.write()
        count = len(store.workshops()) + len(store.workshops(deleted=True))
    unfinished = to.with_name(f"{to.name}.part")
    try:
        unfinished.write_bytes(data)
        unfinished.replace(to)
    except OSError as error:
        stop("not_writable", language, file=to, reason=error.strerror or error)
    typer.echo(text("command_line.done.backed_up", language, file=to, count=count))


@app.command("restore", help=help_of("restore"))
def restore_command(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip", help=help_of("backup_file"))], language: Spoken = SPOKEN
) -> None:
    """Put back the workshops of a back-up that are missing in the store; those that are there stay as they are."""
    from journey.store import Standing, StoreError, read_backup

    try:
        backup = read_backup(file.read_bytes())
    except OSError as error:
        stop("not_readable", language, file=file, reason=error.strerror or error)
    except StoreError as error:
        stop("not_readable", language, file=file, reason=text(error.key, language))
    for name in backup.damaged:
        say("command_line.error.damaged_in_backup", language, file=name)
    with own_store(language) as store:
        for kept in backup.workshops:
            standing = store.backups.standing(kept)
            if standing is Standing.ABSENT:
                store.backups.restore(kept, backup.people)
            back = "done.restored_rooms" if kept.rooms else "done.restored"
            state = back if standing is Standing.ABSENT else f"done.left_{standing.value}"
            title = kept.workshop.frame.title or kept.workshop.frame.id
            typer.echo(text(f"command_line.{state}", language, title=title, rooms=number(len(kept.rooms), language)))
