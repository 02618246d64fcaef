"""Getting about: pages, views, languages, the browser's buttons, undo and redo."""

from dataclasses import dataclass

from journey.model import Language
from tests.browser import person as hands
from tests.browser.walks import adapter
from tests.browser.walks.acts.act import Act, is_free, leave
from tests.browser.walks.model import NOTHING, Draft, Effect, Lost, put_back, shown
from tests.browser.walks.stage import Person, Stage
from tools.browser import wait_until_still


@dataclass(frozen=True)
class Go(Act):
    """Go to another page by its link."""

    place: int

    def possible(self, stage: Stage) -> bool:
        return is_free(stage, self.who)

    def do(self, stage: Stage, person: Person) -> Effect:
        others = [page for page in adapter.PAGES if page != person.where]
        person.where = others[self.place % len(others)]
        stage.tell(f"{person.name} goes to {person.where}")
        adapter.go(person.screen, person.where)
        person.view = adapter.view(person.screen)
        return leave(person)


@dataclass(frozen=True)
class SwitchView(Act):
    """Choose another view of the page."""

    place: int

    def possible(self, stage: Stage) -> bool:
        return is_free(stage, self.who) and stage.people[self.who].where in adapter.VIEWS

    def do(self, stage: Stage, person: Person) -> Effect:
        others = [view for view in range(adapter.VIEWS[person.where]) if view != person.view]
        tables = [view for view in others if (person.where, view) in adapter.TABLES]
        others += tables * 3  # tables are where most can go wrong
        person.view = others[self.place % len(others)]
        stage.tell(f"{person.name} switches to view {person.view + 1} of {person.where}")
        adapter.switch_view(person.screen, person.view)
        return leave(person)


@dataclass(frozen=True)
class Detour(Act):
    """Look at something else for a moment: another view of the page, or another page, and back."""

    place: int

    def possible(self, stage: Stage) -> bool:
        return is_free(stage, self.who)

    def do(self, stage: Stage, person: Person) -> Effect:
        views = [view for view in range(adapter.VIEWS.get(person.where, 0)) if view != person.view]
        pages = [page for page in adapter.PAGES if page != person.where]
        choices: list[int | str] = [*views, *pages]
        choice = choices[self.place % len(choices)]
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
        return leave(person)


@dataclass(frozen=True)
class Speak(Act):
    """Switch one's own language."""

    def possible(self, stage: Stage) -> bool:
        return is_free(stage, self.who)

    def do(self, stage: Stage, person: Person) -> Effect:
        person.language = Language.EN if person.language is Language.DE else Language.DE
        stage.tell(f"{person.name} switches to {person.language.value.upper()}")
        adapter.speak(person.screen, person.language)
        return leave(person)


@dataclass(frozen=True)
class Refresh(Act):
    """Load the page anew."""

    def possible(self, stage: Stage) -> bool:
        return stage.people[self.who].page is not None and not stage.people[self.who].clashes

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.tell(f"{person.name} refreshes the page")
        draft = person.draft
        hands.refresh(person.screen)
        find_again(stage, person)
        return leave(person) if draft and _holds(stage, draft) else NOTHING


def _holds(stage: Stage, draft: Draft) -> bool:
    """Whether what somebody was typing was saved with the last breath of the page that she left."""
    held = stage.now().find(draft.entity)
    return held is not None and shown(getattr(held, draft.field)) == draft.text


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
        return is_free(stage, self.who) and stage.people[self.who].page is not None

    def do(self, stage: Stage, person: Person) -> Effect:
        adapter.go(person.screen, "personas" if person.where != "personas" else "goals")
        effect = leave(person)
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
            is_free(stage, self.who)
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
