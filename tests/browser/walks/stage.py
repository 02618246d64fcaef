"""Where a walk takes place: one workshop, two people with a browser each, and the model beside them."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from journey.model import Entity, Language, Workshop
from journey.store import Store
from tests.browser.person import slowly
from tests.browser.walks import adapter, model
from tests.browser.walks.connection import Connection
from tests.browser.walks.model import Draft, Effect, History, Lost
from tools.browser import LOOKS, errors_on, visit, wait_until_still

SLOWLY = float(os.environ.get("SLOWLY", "1"))
"""So many times as slow is each browser."""


@dataclass
class Person:
    """Somebody at a browser of her own, on a line of her own."""

    name: str
    context: BrowserContext
    line: Connection
    page: Page | None = None
    language: Language = Language.DE
    where: str = ""
    view: int = 0
    card: str | None = None
    opened_by: Callable[[], None] | None = None
    draft: Draft | None = None
    clashes: tuple[Draft, ...] = ()
    caught_up: int = 0
    history: History = field(default_factory=History)

    def asks(self, draft: Draft) -> None:
        """The app asks which version of a field shall stand."""
        others = (each for each in self.clashes if (each.entity, each.field) != (draft.entity, draft.field))
        self.clashes = (*others, draft)

    @property
    def screen(self) -> Page:
        assert self.page is not None, f"{self.name} has not come in yet"
        return self.page

    def table(self) -> tuple[str, tuple[str, ...]] | None:
        """The kind and the columns of the table that this person looks at."""
        return adapter.TABLES.get((self.where, self.view)) if self.card is None else None


@dataclass
class Stage:
    """One walk's workshop and people."""

    store: Store
    workshop: str
    people: dict[str, Person]
    start: str
    view: int
    expected: Workshop
    restart: Callable[[], None] | None = None
    words: int = 0
    told: list[str] = field(default_factory=list)
    openings: set[str] = field(default_factory=set)

    def now(self) -> Workshop:
        """What the store holds."""
        return self.store.open(self.workshop).workshop

    def word(self, who: str) -> str:
        """A new word that nobody has typed before."""
        self.words += 1
        return f"{who[0].lower()}{self.words}"

    def tell(self, sentence: str) -> None:
        """Add a sentence to the tale of this walk."""
        self.told.append(sentence)

    def name(self, card: str) -> str:
        entity = self.expected.find(card) or self.now().find(card)
        return adapter.title_of(entity) if entity else "a card that is gone"

    def person(self, who: str) -> Person:
        """Somebody, who comes in when she is first needed."""
        person = self.people[who]
        if person.page is None:
            person.page = person.context.pages[0] if person.context.pages else person.context.new_page()
            address = f"http://127.0.0.1:{person.line.port}/{self.start}?workshop={self.workshop}&lang=de"
            person.page.goto(address)
            wait_until_still(person.page)
            if self.view:
                adapter.switch_view(person.page, self.view)
            self.see(person)
        return person

    def see(self, person: Person) -> None:
        """This person's screen has taken in everything that is saved."""
        person.caught_up = self.store.sequence(self.workshop)

    def is_behind(self, person: Person) -> bool:
        return person.caught_up != self.store.sequence(self.workshop)

    def catch_up(self, person: Person) -> None:
        """The page looks for news as it does every few seconds, if there are any."""
        if self.is_behind(person):
            self.tell(f"{person.name}'s page looks for news")
            adapter.look_out(person.screen)
            self.see(person)

    # --- what must hold after each act --------------------------------------------------------------------------------

    def check(self, who: str, effect: Effect) -> None:
        """Compare store and screens with the model after an act of somebody. Lost where they differ."""
        now, before, person = self.now(), self.expected, self.people[who]
        target = self._with_saves(person, effect, before, now)
        steps = [model.difference(before, target)]
        after_saves = target
        for entity, name, typed in effect.sets:
            held = target.find(entity)
            target = model.replaced(target, model.with_field(held, name, typed)) if held else target
        target = model.without(target, *effect.gone) if effect.gone else target
        for kind, fields in effect.born:
            born = model.newborn(before, now, kind, fields)
            if born is None:
                model.compare(target, now)  # says more, where another card has suffered for it
                raise Lost("not added", f"no card is new in {kind} with {dict(fields)}")
            target = model.replaced(target, born)
        if effect.back is not None:
            target = model.put_back(target, effect.back) or target
        target = self._with_live_saves(target, now)
        steps.append(model.difference(after_saves, target))
        model.compare(target, now)
        self.expected = target
        if effect.back is None:
            for step in filter(None, steps):
                person.history.done.append(step)
                person.history.undone.clear()
        for each in self.people.values():
            self._check_draft(each)
        self._check_screen(person)

    def _with_saves(self, person: Person, effect: Effect, before: Workshop, now: Workshop) -> Workshop:
        target = before
        for draft in effect.saves:
            held = before.find(draft.entity)
            if held is None:
                continue  # somebody else has deleted the card
            after = now.find(draft.entity)
            theirs = model.shown(getattr(held, draft.field))
            wanted = model.with_field(held, draft.field, draft.text)
            is_saved = after is not None and getattr(after, draft.field) == getattr(wanted, draft.field)
            if theirs not in {draft.base, draft.text}:
                self._neither_is_lost(person, draft, theirs, is_saved=is_saved)
            elif not is_saved and not self._is_asked(person, draft):
                raise Lost(
                    "not saved",
                    f"{draft.label} of {self.name(draft.entity)!r} is not saved: the store holds {theirs!r} instead of {draft.text!r}",
                )
            if is_saved:
                target = model.replaced(target, wanted)
        return target

    def _neither_is_lost(self, person: Person, draft: Draft, theirs: str, *, is_saved: bool) -> None:
        words = adapter.words_on(person.screen)
        if (theirs and theirs not in words) or (not is_saved and draft.text not in words):
            raise Lost(
                "overwritten",
                f"somebody else wrote {theirs!r} into {draft.label} of {self.name(draft.entity)!r}, {person.name} wrote "
                f"{draft.text!r}, and her screen doesn't show both",
            )
        if adapter.conflict_is_shown(person.screen):
            person.asks(draft)

    def _is_asked(self, person: Person, draft: Draft) -> bool:
        """Whether the app asks which one of two versions shall stand, with this person's text in sight."""
        if adapter.conflict_is_shown(person.screen) and draft.text in adapter.words_on(person.screen):
            person.asks(draft)
            return True
        return False

    def _with_live_saves(self, target: Workshop, now: Workshop) -> Workshop:
        """What is typed may be saved before its field is left."""
        for person in self.people.values():
            draft = person.draft
            held = target.find(draft.entity) if draft else None
            after = now.find(draft.entity) if draft else None
            if draft and held and after and model.shown(getattr(after, draft.field)) == draft.text:
                target = model.replaced(target, model.with_field(held, draft.field, draft.text))
        return target

    def _check_draft(self, person: Person) -> None:
        draft = person.draft
        if draft is None or person.page is None:
            return
        held = self.expected.find(draft.entity)
        if held is not None and model.shown(getattr(held, draft.field)) == draft.text:
            return
        seen = self.field(person, draft)
        if seen is None and held is not None and person.opened_by and not adapter.card_is_open(person.screen):
            self.tell(f"{person.name} opens {self.name(draft.entity)!r} again")
            person.opened_by()
            seen = self.field(person, draft)
        if seen is None or seen.shown != draft.text:
            holds = "is not on the screen" if seen is None else f"holds {seen.shown!r}"
            raise Lost(
                "wiped",
                f"{person.name}'s {draft.text!r} is gone: {draft.label} of {self.name(draft.entity)!r} {holds}, "
                f"the store {model.shown(getattr(held, draft.field, None))!r}",
            )

    def field(self, person: Person, draft: Draft) -> adapter.Field | None:
        """The field on the screen into which somebody has typed."""
        return next(
            (
                seen
                for seen in adapter.fields(person.screen)
                if (seen.entity, seen.field) == (draft.entity, draft.field)
            ),
            None,
        )

    def _check_screen(self, person: Person) -> None:
        if shown := errors_on(person.screen):
            raise Lost("an error", f"{person.name}'s page shows an error: {shown}")
        if (person.card is not None) != adapter.card_is_open(person.screen):
            raise Lost(
                "nothing opens" if person.card else "stays open",
                "nothing opens" if person.card else "the card is still open",
            )

    def shows_what_is_held(self, person: Person) -> None:
        """Every text field on a person's screen shows what the store holds, but the one she is typing into."""
        for seen in adapter.fields(person.screen):
            held: Entity | None = self.expected.find(seen.entity)
            typing = person.draft and (person.draft.entity, person.draft.field) == (seen.entity, seen.field)
            if held is None or typing or not hasattr(held, seen.field):
                continue
            if seen.shown != (holds := model.shown(getattr(held, seen.field))):
                kind = "shown empty" if not seen.shown else "shown otherwise"
                raise Lost(kind, f"{seen.label} of {self.name(seen.entity)!r} is {seen.shown!r} instead of {holds!r}")


def enter(browser: Browser, name: str, line: Connection) -> Person:
    """A person with an own browser, who has not opened a page yet."""
    context = visit(browser, LOOKS["desktop"], "de")
    context.add_init_script(adapter.LOOK_OUT_ON_DEMAND)
    context.set_default_timeout(10_000 * SLOWLY)
    if SLOWLY > 1:
        context.on("page", lambda page: slowly(page, SLOWLY))
    return Person(name, context, line)
