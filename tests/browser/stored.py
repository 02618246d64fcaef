"""What the app has on disk, read beside the running server: only what is here was really saved."""

from journey.editing import change_of, put
from journey.model import Entity, Workshop
from journey.store import open_store
from tools.app_server import AppServer


def workshops(server: AppServer) -> list[Workshop]:
    """Every workshop of a server's data folder, the one changed last first."""
    store = open_store(f"sqlite:///{server.data / 'workshops.sqlite3'}")
    try:
        return [store.open(listed.id).workshop for listed in store.workshops()]
    finally:
        store.close()


def workshop(server: AppServer, title: str | None = None) -> Workshop:
    """The workshop that was changed last, or the one with this title."""
    found = workshops(server)
    return found[0] if title is None else next(each for each in found if each.frame.title == title)


def change(server: AppServer, entity: Entity, author: str = "somebody else") -> None:
    """Somebody elsewhere saves an entity of the workshop that was changed last."""
    store = open_store(f"sqlite:///{server.data / 'workshops.sqlite3'}")
    try:
        listed = store.workshops()[0]
        opened = store.open(listed.id)
        made = change_of(put(opened.workshop, entity))
        assert made is not None
        store.save(listed.id, made, opened.versions, author)
    finally:
        store.close()
