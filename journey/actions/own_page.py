"""What an owner sees of a workshop by the own link, and what the owner may change: the own actions, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from journey.actions.aims import FigureValue, aim_words, moves_a_step, value_words
from journey.actions.carrying import put_into
from journey.actions.order import owned_by
from journey.editing import Edit, put
from journey.model import Action, ActionState, Language, Workshop
from journey.texts import text

OWNERS_STATES = (ActionState.OPEN, ActionState.IN_PROGRESS, ActionState.DONE)
"""The states that an owner gives. To drop an action, and to take it up again, is for the team."""

_MARK = 16


@dataclass(frozen=True)
class OwnAction:
    """An action in its owner's eyes. `aim` is what it shall move and `values` from where to where, in words, "" for nothing
    said; `seen` marks the note that is shown."""

    id: str
    title: str
    state: ActionState
    due: date | None
    done: date | None
    reason: str
    note: str
    aim: str
    values: str

    @property
    def seen(self) -> str:
        """A checksum of the note."""
        return mark_of(self.note)


@dataclass(frozen=True)
class OwnPage:
    """A workshop's title, an owner as the link was made for, and the owner's actions, the most urgent first. `counted`: one of
    them shall move a step, which the team counts."""

    title: str
    owner: str
    actions: tuple[OwnAction, ...]
    counted: bool = False


@dataclass(frozen=True)
class OwnersEntry:
    """What an owner says of one action: another state (None: as it is), and the note on the one that `seen` marks (None: no
    word of it)."""

    action: str
    state: ActionState | None = None
    note: str | None = None
    seen: str = ""


def mark_of(note: str) -> str:
    """A checksum by which a note is known again: 16 hexadecimal digits."""
    return sha256(note.encode(errors="replace")).hexdigest()[:_MARK]


def own_page(workshop: Workshop, owner: str, language: Language) -> OwnPage:
    """What an owner may see of a workshop."""
    mine = owned_by(workshop.actions, owner)
    shown = tuple(_shown(action, workshop, language) for action in mine)
    return OwnPage(workshop.frame.title, owner, shown, any(map(moves_a_step, mine)))


def owners_edits(
    workshop: Workshop, owner: str, entries: Iterable[OwnersEntry], today: date
) -> tuple[tuple[Edit, ...], frozenset[str]]:
    """The edits that carry out what an owner says, and the actions whose note somebody else changed meanwhile: their notes are
    left as they are. An action that is not the owner's is passed over. ValueError for a note that is too long and for a state
    that no owner gives."""
    mine = {action.id: action for action in owned_by(workshop.actions, owner)}
    revised, clashing = dict[str, Action](), set[str]()
    for entry in entries:
        held = revised.get(entry.action) or mine.get(entry.action)
        if held is None:
            continue
        if entry.note is not None and (noted := _noted(held, entry.note, entry.seen)) is not None:
            held = noted
        elif entry.note is not None:
            clashing.add(entry.action)
        revised[entry.action] = _moved(held, entry.state, today)
    return tuple(_edits(workshop, revised)), frozenset(clashing)


def _edits(workshop: Workshop, revised: Mapping[str, Action]) -> Iterator[Edit]:
    for action in revised.values():
        yield from put(workshop, action)


def _noted(held: Action, note: str, seen: str) -> Action | None:
    """The action with another note; None where somebody else changed it. Who typed nothing new changes nothing."""
    typed = Action.model_validate({**dict(held), "note": note})
    if typed.note == held.note or mark_of(typed.note) == seen:
        return held
    return typed if mark_of(held.note) == seen else None


def _moved(held: Action, state: ActionState | None, today: date) -> Action:
    if state in (None, held.state) or held.state is ActionState.DROPPED:
        return held
    if state not in OWNERS_STATES:
        raise ValueError(state)
    return put_into(held, state, today)


def _shown(action: Action, workshop: Workshop, language: Language) -> OwnAction:
    return OwnAction(
        id=action.id, title=action.title, state=action.state, due=action.due, done=action.done, reason=action.reason,
        note=action.note, aim=aim_words(action, workshop, language), values=_values(action, workshop, language),
    )  # fmt: skip


def _values(action: Action, workshop: Workshop, language: Language) -> str:
    """The values that were noted with the action; what the workshop measures is for the team."""
    said = []
    if action.before is not None:
        words = value_words(action, FigureValue(action.before), workshop, language)
        said.append(text("actions.values.before", language, before=words))
    if action.target is not None:
        words = value_words(action, FigureValue(action.target), workshop, language)
        said.append(text("actions.aimed", language, target=words))
    return " ".join(said)
