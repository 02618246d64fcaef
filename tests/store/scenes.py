"""What store tests say often: a workshop with cards, one person's edit, several threads at once."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from journey.editing import Change, change_of, put, remove, revise
from journey.model import Touchpoint, Workshop
from journey.store import Conflict, Opened, Saved, Store
from tests.builders import a_frame, a_goal, a_persona, a_touchpoint, a_workshop

ID = "workshop"


def a_full_workshop(touchpoints: int = 3, **frame: Any) -> Workshop:
    cards = [a_touchpoint(f"Contact {i}", id=f"t{i}", rank=i) for i in range(touchpoints)]
    return a_workshop(
        frame=a_frame(**frame), touchpoints=cards, personas=[a_persona(id="alma")], goals=[a_goal(id="more")]
    )


def revised(opened: Opened, card: str, **fields: Any) -> Change:
    """The change of somebody who sees `opened` and edits one card."""
    before = opened.workshop.find(card)
    assert before is not None
    change = change_of(put(opened.workshop, revise(before, **fields)))
    assert change is not None
    return change


def deleted(opened: Opened, card: str) -> Change:
    change = change_of(remove(opened.workshop, card))
    assert change is not None
    return change


def created(opened: Opened, *titles: str) -> Change:
    change = change_of(put(opened.workshop, *(a_touchpoint(title) for title in titles)))
    assert change is not None
    return change


def save(store: Store, opened: Opened, change: Change, author: str = "Alma") -> Saved:
    return store.save(opened.workshop.frame.id, change, opened.versions, author)


def conflict_or_none(store: Store, opened: Opened, change: Change) -> Conflict | None:
    """The conflict that a save meets, if it meets one."""
    try:
        save(store, opened, change)
    except Conflict as conflict:
        return conflict
    return None


def conflict_of(store: Store, opened: Opened, change: Change) -> Conflict:
    """The conflict that this save must meet."""
    conflict = conflict_or_none(store, opened, change)
    assert conflict is not None, "the save went through"
    return conflict


def title(opened: Opened, card: str) -> str:
    found = opened.workshop.find(card)
    assert isinstance(found, Touchpoint)
    return found.title


def at_once(tasks: Iterable[Callable[[], Any]]) -> list[Any]:
    """Run tasks in a thread each, all at the same time; an error in one is raised here."""
    jobs = list(tasks)
    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(job) for job in jobs]]
