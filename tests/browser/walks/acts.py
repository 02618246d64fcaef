"""What a person may do: each act is a value, so that a walk is a list of acts which can be walked again and shortened.

An act says when it is possible, does it on the screen, tells it as a sentence, and returns what it must do to the store."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar

from journey.editing import kind_of
from journey.model import Entity, Language
from journey.texts import text
from tests.browser import person as hands
from tests.browser.walks import adapter
from tests.browser.walks.model import NOTHING, Draft, Effect, Lost, is_number, put_back
from tests.browser.walks.stage import Person, Stage
from tools.browser import wait_until_still

HAND = 100
"""How long a hand holds a mouse button, in milliseconds. A tap on a phone or touchpad holds it for none."""


@dataclass(frozen=True)
class Act:
    """Something that the person named `who` does."""

    who: str
    folds_in: ClassVar[bool] = True
    """Whether the screen takes in what others saved meanwhile."""

    def possible(self, stage: Stage) -> bool:
        raise NotImplementedError

    def do(self, stage: Stage, person: Person) -> Effect:
        raise NotImplementedError

    def after(self, stage: Stage, person: Person) -> None:
        """What must hold beyond the store and the words that are being typed."""


def run(stage: Stage, act: Act) -> None:
    """Do an act and check all that must hold. Lost when it doesn't."""
    person = stage.person(act.who)
    effect = act.do(stage, person)
    if act.folds_in:
        stage.see(person)
    stage.check(act.who, effect)
    act.after(stage, person)


def _free(stage: Stage, who: str) -> bool:
    """No card is open and no question is to be answered."""
    person = stage.people[who]
    return person.card is None and person.clash is None


def _leave(person: Person) -> Effect:
    """The person's cursor leaves the field that she typed into."""
    draft, person.draft = person.draft, None
    return Effect(saves=(draft,)) if draft else NOTHING


def _tap(hold: int) -> str:
    return "" if hold else " with a tap"


# --- cards ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Open(Act):
    def after(self, stage: Stage, person: Person) -> None:
        seen = adapter.fields(person.screen)
        if not seen or seen[0].entity != person.card:
            raise Lost("another card opens", f"another card than {stage.name(person.card or '')!r} opens")
        stage.openings.add(person.card or "")
        stage.shows_what_is_held(person)

    def _open(self, stage: Stage, person: Person, card: str, by: Callable[[], None], how: str) -> Effect:
        again = " again" if card in stage.openings else ""
        stage.tell(f"{person.name} opens {stage.name(card)!r}{again} {how}")
        by()
        person.card, person.opened_by = card, by
        return _leave(person)


@dataclass(frozen=True)
class OpenFromMap(_Open):
    """Click a touchpoint's mark on the map."""

    place: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        at_the_map = (person.where, person.view) == ("journey-map", 0)
        return _free(stage, self.who) and at_the_map and bool(stage.expected.touchpoints)

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.catch_up(person)
        cards = stage.expected.touchpoints
        card = cards[self.place % len(cards)].id

        def by() -> None:
            adapter.click_mark(person.screen, stage.expected, card, person.language)

        return self._open(stage, person, card, by, "from the map")


@dataclass(frozen=True)
class OpenByButton(_Open):
    """Press the button of a card that stands on the page: goals, personas, sources, the catalogue's own list."""

    place: int
    hold: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        buttons = {"goals": 0, "personas": 0, "touchpoints": 0}
        return _free(stage, self.who) and buttons.get(person.where) == person.view

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.catch_up(person)
        cards = adapter.openable(person.screen)
        if not cards:
            return NOTHING
        card = cards[self.place % len(cards)]

        def by() -> None:
            adapter.click_open(person.screen, card, self.hold)

        return self._open(stage, person, card, by, f"by its button{_tap(self.hold)}")

    def after(self, stage: Stage, person: Person) -> None:
        if person.card:
            super().after(stage, person)


@dataclass(frozen=True)
class OpenFromTable(_Open):
    """Press the button of a row."""

    row: int

    def possible(self, stage: Stage) -> bool:
        table = stage.people[self.who].table()
        return bool(_free(stage, self.who) and table and table[0] != "actions" and stage.expected.collection(table[0]))

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.catch_up(person)
        kind, _ = person.table() or ("", ())
        cards = stage.expected.collection(kind)[:3]
        row = self.row % len(cards)

        def by() -> None:
            hands.open_row(person.screen.get_by_test_id("stDataFrame"), row)

        return self._open(stage, person, cards[row].id, by, "from the table")


@dataclass(frozen=True)
class Type(Act):
    """Write into a text field of the form that is open, without leaving it."""

    place: int
    replaces: bool
    folds_in: ClassVar[bool] = False

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        return person.clash is None and (person.card is not None or person.where == "goals")

    def do(self, stage: Stage, person: Person) -> Effect:
        choice = adapter.fields(person.screen)
        if not choice:
            return NOTHING
        chosen = choice[self.place % len(choice)]
        draft = person.draft
        same = draft is not None and (draft.entity, draft.field) == (chosen.entity, chosen.field)
        return type_into(
            stage, person, chosen, replaces=self.replaces, base=draft.base if draft and same else chosen.shown
        )


def type_into(stage: Stage, person: Person, chosen: adapter.Field, *, replaces: bool, base: str) -> Effect:
    """Write a new word into a field; the field that was being typed into is left."""
    held = stage.expected.find(chosen.entity)
    number = held is not None and is_number(held, chosen.field)
    word = str(1 + stage.words % 5) if number else stage.word(person.name)
    stage.words += number
    entry = chosen.on(person.screen)
    entry.click()
    person.screen.keyboard.press("ControlOrMeta+A" if replaces or number else "ControlOrMeta+End")
    person.screen.keyboard.type(word)
    wait_until_still(person.screen)
    whole = word if replaces or number else chosen.shown + word
    stage.tell(
        f"{person.name} {'writes' if replaces or number else 'adds'} {word!r} {'into' if replaces or number else 'to'} {chosen.label}"
    )
    before = person.draft
    person.draft = Draft(chosen.entity, chosen.field, chosen.label, base, whole, chosen.in_dialog)
    moved = before is not None and (before.entity, before.field) != (chosen.entity, chosen.field)
    return Effect(saves=(before,)) if before and moved else NOTHING


@dataclass(frozen=True)
class Leave(Act):
    """Leave the field with a key."""

    key: str

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].draft is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.tell(f"{person.name} leaves it with {self.key}")
        person.screen.keyboard.press(self.key)
        wait_until_still(person.screen)
        return _leave(person)


@dataclass(frozen=True)
class Close(Act):
    """Close the card, most often with the cursor still in a field."""

    way: str
    hold: int

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].card is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.tell(f"{person.name} closes with {self.way}{_tap(self.hold) if self.way != 'Esc' else ''}")
        adapter.close(person.screen, self.way, self.hold, person.language)
        person.card = None
        return _leave(person)


@dataclass(frozen=True)
class Duplicate(Act):
    """Duplicate the open card; the copy is open then."""

    hold: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        card = stage.expected.find(person.card or "")
        return person.clash is None and card is not None and hasattr(card, "title") and bool(card.title)

    def do(self, stage: Stage, person: Person) -> Effect:
        card = stage.now().find(person.card or "")
        if card is None:
            return NOTHING
        effect = _leave(person)
        for draft in effect.saves:
            card = type(card).model_validate({**dict(card), draft.field: draft.text or None})
        copied = text("drawer.copy_of", person.language, name=card.title)  # type: ignore[attr-defined]
        stage.tell(f"{person.name} duplicates the card{_tap(self.hold)}")
        adapter.press_in_card(person.screen, "duplicate", self.hold, person.language)
        fields = {name: value for name, value in dict(card).items() if name not in {"id", "rank"}}
        return replace(effect, born=((kind_of(card), {**fields, "title": copied}),))

    def after(self, stage: Stage, person: Person) -> None:
        seen = adapter.fields(person.screen)
        person.card = seen[0].entity if seen else person.card
        person.opened_by = None
        stage.shows_what_is_held(person)


@dataclass(frozen=True)
class Delete(Act):
    """Delete the open card."""

    hold: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        return person.clash is None and person.card is not None and person.draft is None

    def do(self, stage: Stage, person: Person) -> Effect:
        gone, person.card = person.card or "", None
        stage.tell(f"{person.name} deletes {stage.name(gone)!r}{_tap(self.hold)}")
        adapter.press_in_card(person.screen, "delete", self.hold, person.language)
        return Effect(gone=(gone,))


@dataclass(frozen=True)
class AddByLine(Act):
    """Write a title into a line that makes a card of it, and press Enter."""

    place: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        return _free(stage, self.who) and (person.where, person.view) in {
            ("goals", 0),
            ("personas", 0),
            ("journey-map", 0),
        }

    def do(self, stage: Stage, person: Person) -> Effect:
        lines = [name for name in adapter.ADD_LINES if person.screen.locator(f".st-key-{name}").count()]
        line = lines[self.place % len(lines)]
        kind, word = adapter.OF_LINE[line], stage.word(person.name)
        entry = person.screen.locator(f".st-key-{line} input")
        entry.click()
        person.screen.keyboard.type(word)
        person.screen.keyboard.press("Enter")
        wait_until_still(person.screen)
        stage.tell(f"{person.name} adds {word!r} to the {kind}")
        if line in adapter.OPENS_ITS_CARD:
            person.card, person.opened_by = "new", None
        effect = _leave(person)
        return replace(effect, born=((kind, {"name" if kind == "personas" else "title": word}),))

    def after(self, stage: Stage, person: Person) -> None:
        if person.card:
            person.card = adapter.fields(person.screen)[0].entity
            stage.shows_what_is_held(person)


# --- tables -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _InTable(Act):
    def possible(self, stage: Stage) -> bool:
        return _free(stage, self.who) and stage.people[self.who].table() is not None

    def _rows(self, stage: Stage, person: Person) -> tuple[str, tuple[str, ...], tuple[Entity, ...]]:
        stage.catch_up(person)
        kind, columns = person.table() or ("", ())
        return kind, columns, stage.expected.collection(kind)


@dataclass(frozen=True)
class EditCell(_InTable):
    """Write into a cell of text, and press Enter."""

    row: int
    column: int

    def do(self, stage: Stage, person: Person) -> Effect:
        kind, columns, cards = self._rows(stage, person)
        if not cards:
            return NOTHING
        row, field = self.row % min(len(cards), 3), columns[self.column % len(columns)]
        header, word = text(f"fields.{kind}.{field}", person.language), stage.word(person.name)
        stage.tell(f"{person.name} writes {word!r} into {header} of row {row + 1} of the {kind}")
        table = person.screen.get_by_test_id("stDataFrame")
        hands.to_top(table)
        hands.edit_cell(table, row, header, word)
        return Effect(sets=((cards[row].id, field, word),))


@dataclass(frozen=True)
class AddRow(_InTable):
    """Write a title into the empty row at the end."""

    def possible(self, stage: Stage) -> bool:
        table = stage.people[self.who].table()
        return bool(super().possible(stage) and table and table[0] != "relations")

    def do(self, stage: Stage, person: Person) -> Effect:
        kind, _, _ = self._rows(stage, person)
        word = stage.word(person.name)
        stage.tell(f"{person.name} adds a row {word!r} to the {kind}")
        hands.add_last_row(person.screen.get_by_test_id("stDataFrame"), word)
        return Effect(born=((kind, {"title": word}),))


@dataclass(frozen=True)
class DeleteRow(_InTable):
    """Tick a row and press the Delete key."""

    row: int

    def do(self, stage: Stage, person: Person) -> Effect:
        kind, _, cards = self._rows(stage, person)
        if not cards:
            return NOTHING
        row = self.row % min(len(cards), 3)
        stage.tell(f"{person.name} deletes row {row + 1} of the {kind}, {stage.name(cards[row].id)!r}")
        hands.delete_row(person.screen.get_by_test_id("stDataFrame"), row)
        return Effect(gone=(cards[row].id,))


# --- getting about ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Go(Act):
    """Go to another page by its link."""

    place: int

    def possible(self, stage: Stage) -> bool:
        return _free(stage, self.who)

    def do(self, stage: Stage, person: Person) -> Effect:
        others = [page for page in adapter.PAGES if page != person.where]
        person.where = others[self.place % len(others)]
        stage.tell(f"{person.name} goes to {person.where}")
        adapter.go(person.screen, person.where)
        person.view = adapter.view(person.screen)
        return _leave(person)


@dataclass(frozen=True)
class SwitchView(Act):
    """Choose another view of the page."""

    place: int

    def possible(self, stage: Stage) -> bool:
        return _free(stage, self.who) and stage.people[self.who].where in adapter.VIEWS

    def do(self, stage: Stage, person: Person) -> Effect:
        others = [view for view in range(adapter.VIEWS[person.where]) if view != person.view]
        tables = [view for view in others if (person.where, view) in adapter.TABLES]
        others += tables * 3  # tables are where most can go wrong
        person.view = others[self.place % len(others)]
        stage.tell(f"{person.name} switches to view {person.view + 1} of {person.where}")
        adapter.switch_view(person.screen, person.view)
        return _leave(person)


@dataclass(frozen=True)
class Detour(Act):
    """Look at something else for a moment: another view of the page, or another page, and back."""

    place: int

    def possible(self, stage: Stage) -> bool:
        return _free(stage, self.who)

    def do(self, stage: Stage, person: Person) -> Effect:
        views = [view for view in range(adapter.VIEWS.get(person.where, 0)) if view != person.view]
        pages = [page for page in adapter.PAGES if page != person.where]
        choice = [*views, *pages][self.place % len([*views, *pages])]
        stage.tell(
            f"{person.name} goes to {f'view {choice + 1}' if isinstance(choice, int) else choice} and comes back"
        )
        if isinstance(choice, int):
            adapter.switch_view(person.screen, choice)
            adapter.switch_view(person.screen, person.view)
        else:
            adapter.go(person.screen, choice)
            adapter.go(person.screen, person.where)
            person.view = adapter.view(person.screen)
        return _leave(person)


@dataclass(frozen=True)
class Speak(Act):
    """Switch one's own language."""

    def possible(self, stage: Stage) -> bool:
        return _free(stage, self.who)

    def do(self, stage: Stage, person: Person) -> Effect:
        person.language = Language.EN if person.language is Language.DE else Language.DE
        stage.tell(f"{person.name} switches to {person.language.value.upper()}")
        adapter.speak(person.screen, person.language)
        return _leave(person)


@dataclass(frozen=True)
class Refresh(Act):
    """Load the page anew."""

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].page is not None and stage.people[self.who].clash is None

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.tell(f"{person.name} refreshes the page")
        hands.refresh(person.screen)
        find_again(stage, person)
        return NOTHING


def find_again(stage: Stage, person: Person) -> None:
    """The card that was open may be closed now; who was typing into it opens it again to look for her words."""
    if person.card is None or adapter.card_is_open(person.screen):
        return
    card, person.card = person.card, None
    if person.draft and person.draft.in_card and person.opened_by:
        stage.tell(f"{person.name} opens {stage.name(card)!r} again")
        person.opened_by()
        person.card = card


@dataclass(frozen=True)
class GoBack(Act):
    """The browser's way back, and forward again."""

    def possible(self, stage: Stage) -> bool:
        return _free(stage, self.who) and stage.people[self.who].page is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        adapter.go(person.screen, "personas" if person.where != "personas" else "goals")
        effect = _leave(person)
        stage.tell(f"{person.name} goes to the next page and comes back with the browser's button")
        person.screen.go_back()
        wait_until_still(person.screen)
        person.view = adapter.view(person.screen)
        return effect


@dataclass(frozen=True)
class Undo(Act):
    """Take back one's last change, or repeat what one took back."""

    redo: bool

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        steps = person.history.undone if self.redo else person.history.done
        return bool(
            _free(stage, self.who)
            and person.draft is None
            and person.page is not None
            and steps
            and put_back(stage.expected, steps[-1]) is not None
        )

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.catch_up(person)
        name = "redo" if self.redo else "undo"
        stage.tell(f"{person.name} presses {name}")
        taken, kept = person.history.undone, person.history.done
        if not self.redo:
            taken, kept = kept, taken
        step = taken.pop()
        kept.append({card: (after, before) for card, (before, after) in step.items()})
        if not adapter.undo(person.screen, name):
            raise Lost("cannot undo", f"{name} is greyed, though {person.name} has changed something")
        return Effect(back=step)


# --- two people -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Look(Act):
    """Time passes, and the page looks for what others saved."""

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].page is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.tell(f"{person.name}'s page looks for news")
        adapter.look_out(person.screen)
        return NOTHING

    def after(self, stage: Stage, person: Person) -> None:
        draft = person.draft
        seen = stage.field(person, draft) if draft else None
        if seen is not None and not seen.focused:
            raise Lost("cursor gone", f"{person.name}'s cursor is no longer in {seen.label}")


@dataclass(frozen=True)
class ChangeElsewhere(Act):
    """The other person changes a touchpoint from beginning to end, and this one's page hears of it: another card than
    the open one, or the very same field."""

    place: int
    field: int
    same: bool

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        others = [each for each in stage.people.values() if each is not person and each.page is not None]
        at_the_map = (person.where, person.view) == ("journey-map", 0)
        ready = _free(stage, self.who) and person.draft is None and at_the_map
        return bool(ready and others and stage.expected.touchpoints)

    def do(self, stage: Stage, person: Person) -> Effect:
        others = [each for each in stage.people.values() if each is not person and each.draft]
        draft = others[0].draft if others and self.same else None
        cards = stage.expected.touchpoints
        busy = {each.draft.entity for each in others if each.draft}
        free = [card.id for card in cards if card.id not in busy] or [cards[0].id]
        card = draft.entity if draft and draft.entity in {each.id for each in cards} else free[self.place % len(free)]
        stage.catch_up(person)
        stage.tell(f"{person.name} opens {stage.name(card)!r} from the map")
        adapter.click_mark(person.screen, stage.expected, card, person.language)
        choice = [seen for seen in adapter.fields(person.screen) if seen.entity == card]
        if not choice:
            raise Lost("nothing opens", "nothing opens")
        same = [seen for seen in choice if draft and seen.field == draft.field and seen.entity == draft.entity]
        chosen = (same or choice)[self.field % len(same or choice)]
        type_into(stage, person, chosen, replaces=True, base=chosen.shown)
        stage.tell(f"{person.name} leaves it with Tab and closes with the button Done")
        person.screen.keyboard.press("Tab")
        wait_until_still(person.screen)
        adapter.close(person.screen, adapter.WAYS[0], HAND, person.language)
        return _leave(person)

    def after(self, stage: Stage, person: Person) -> None:
        for other in stage.people.values():
            if other is not person and other.page is not None:
                run(stage, Look(other.name))


@dataclass(frozen=True)
class Settle(Act):
    """Decide which of two versions shall stand."""

    mine: bool

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].clash is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        draft, _ = person.clash or (None, "")
        person.clash = None
        stage.tell(f"{person.name} decides for {'her own' if self.mine else 'the saved'} version")
        adapter.settle(person.screen, mine=self.mine)
        return Effect(sets=((draft.entity, draft.field, draft.text),)) if draft and self.mine else NOTHING


# --- trouble ----------------------------------------------------------------------------------------------------------


def _heal(stage: Stage, person: Person) -> None:
    """The connection is there again, and the page looks for news as it does every few seconds."""
    wait_until_still(person.screen, 60_000)
    adapter.look_out(person.screen)
    find_again(stage, person)


@dataclass(frozen=True)
class Cut(Act):
    """The connection breaks: for a moment, or for longer than the server keeps a session."""

    seconds: float

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].page is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.tell(f"{person.name}'s connection is cut for {self.seconds:g} s")
        person.line.down()
        person.screen.wait_for_timeout(self.seconds * 1000)  # the outage itself
        person.line.up()
        _heal(stage, person)
        return NOTHING


@dataclass(frozen=True)
class LeaveInDeadAir(Act):
    """Leave the field while the line is half dead: what is sent arrives late, or never."""

    late: bool

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].draft is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        how = "stalls and then goes on" if self.late else "is half dead and then breaks"
        stage.tell(f"{person.name} leaves it with Tab while the connection {how}")
        person.line.stall()
        person.screen.keyboard.press("Tab")
        person.screen.wait_for_timeout(300)  # how long the line is silent
        person.line.flow() if self.late else person.line.cut()
        _heal(stage, person)
        return _leave(person)


@dataclass(frozen=True)
class Restart(Act):
    """The server dies without a word and comes back."""

    def possible(self, stage: Stage) -> bool:
        return stage.restart is not None and stage.people[self.who].page is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.tell("the server is killed and started again")
        if stage.restart:
            stage.restart()
        for each in stage.people.values():
            if each.page is not None:
                _heal(stage, each)
                stage.see(each)
        return NOTHING
