"""Two people: what one saves reaches the other."""

from dataclasses import dataclass

from tests.browser.walks import adapter
from tests.browser.walks.acts.act import HAND, Act, is_free, leave, run
from tests.browser.walks.acts.typing import type_into
from tests.browser.walks.model import NOTHING, Effect, Lost
from tests.browser.walks.stage import Person, Stage
from tools.browser import wait_until_still


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
        ready = is_free(stage, self.who) and person.draft is None and at_the_map
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
        adapter.click_mark(person.screen, card, person.language)
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
        return leave(person)

    def after(self, stage: Stage, person: Person) -> None:
        for other in stage.people.values():
            if other is not person and other.page is not None:
                run(stage, Look(other.name))


@dataclass(frozen=True)
class Settle(Act):
    """Decide which of two versions shall stand, in all fields that ask for it alike."""

    mine: bool

    def possible(self, stage: Stage) -> bool:
        return bool(stage.people[self.who].clashes)

    def do(self, stage: Stage, person: Person) -> Effect:
        drafts, person.clashes = person.clashes, ()
        stage.tell(f"{person.name} decides for {'her own' if self.mine else 'the saved'} version")
        adapter.settle(person.screen, mine=self.mine)
        return Effect(sets=tuple((each.entity, each.field, each.text) for each in drafts)) if self.mine else NOTHING
