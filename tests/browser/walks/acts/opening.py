"""Opening a card, from wherever one can."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.browser import person as hands
from tests.browser.walks import adapter
from tests.browser.walks.acts.act import Act, is_free, leave, tap
from tests.browser.walks.model import NOTHING, Effect, Lost
from tests.browser.walks.stage import Person, Stage


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
        return leave(person)


@dataclass(frozen=True)
class OpenFromMap(_Open):
    """Click a touchpoint's mark on the map."""

    place: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        at_the_map = (person.where, person.view) == ("journey-map", 0)
        return is_free(stage, self.who) and at_the_map and bool(stage.expected.touchpoints)

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.catch_up(person)
        cards = stage.expected.touchpoints
        card = cards[self.place % len(cards)].id

        def by() -> None:
            adapter.click_mark(person.screen, card, person.language)

        return self._open(stage, person, card, by, "from the map")


@dataclass(frozen=True)
class OpenByButton(_Open):
    """Press the button of a card that stands on the page: goals, personas, sources, the catalogue's own list."""

    place: int
    hold: int

    def possible(self, stage: Stage) -> bool:
        person = stage.people[self.who]
        buttons = {"goals": 0, "personas": 0, "touchpoints": 0}
        return is_free(stage, self.who) and buttons.get(person.where) == person.view

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.catch_up(person)
        cards = adapter.openable(person.screen)
        if not cards:
            return NOTHING
        card = cards[self.place % len(cards)]

        def by() -> None:
            adapter.click_open(person.screen, card, self.hold)

        return self._open(stage, person, card, by, f"by its button{tap(self.hold)}")

    def after(self, stage: Stage, person: Person) -> None:
        if person.card:
            super().after(stage, person)


@dataclass(frozen=True)
class OpenFromTable(_Open):
    """Press the button of a row."""

    row: int

    def possible(self, stage: Stage) -> bool:
        table = stage.people[self.who].table()
        return bool(
            is_free(stage, self.who) and table and table[0] != "actions" and stage.expected.collection(table[0])
        )

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.catch_up(person)
        kind, _ = person.table() or ("", ())
        cards = stage.expected.collection(kind)[:3]
        row = self.row % len(cards)

        def by() -> None:
            hands.open_row(person.screen.get_by_test_id("stDataFrame"), row)

        return self._open(stage, person, cards[row].id, by, "from the table")
