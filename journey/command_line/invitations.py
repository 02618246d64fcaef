"""The command that makes a link into a workshop: for whoever runs the app, when nobody can get in any more."""

from typing import TYPE_CHECKING, Annotated

import typer

from journey.command_line.app import SPOKEN, Spoken, app, help_of, stop
from journey.command_line.own_store import own_store
from journey.roles import MemberRole
from journey.texts import text

if TYPE_CHECKING:
    from journey.store import WorkshopSummary

_AT = "http://localhost:8501"


@app.command("invite", help=help_of("invite"))
def invite_command(
    workshop: Annotated[str, typer.Argument(metavar="WORKSHOP", help=help_of("invite_to"))],
    role: Annotated[MemberRole, typer.Option("--role", help=help_of("invite_as"))] = MemberRole.FACILITATOR,
    at: Annotated[str, typer.Option("--at", metavar="URL", help=help_of("invite_at"))] = _AT,
    language: Spoken = SPOKEN,
) -> None:
    """Print a link into the one workshop with this id, or with these words in its title."""
    if role is MemberRole.PARTICIPANT:
        stop("no_invitation_for", language, role=role)
    with own_store(language) as store:
        every = store.workshops()
        found = [one for one in every if one.id == workshop] or list(store.workshops(workshop))
        if len(found) != 1:
            stop("not_one_workshop", language, words=workshop, found=_listed(found or every))
        link = store.access.invite(found[0].id, role)
    typer.echo(f"{at.rstrip('/')}/?invitation={link.secret}")
    typer.echo(
        text(
            "command_line.done.invited",
            language,
            title=found[0].title or found[0].id,
            role=text(f"people.{role.value}", language),
        ),
        err=True,
    )


def _listed(workshops: "list[WorkshopSummary] | tuple[WorkshopSummary, ...]") -> str:
    return "\n".join(f"{one.id}  {one.title}" for one in workshops)
