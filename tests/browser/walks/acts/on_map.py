"""Working on the map where it stands: a word edited at its mark, a touchpoint added by the plus of a cell, touchpoints put
between others."""

from dataclasses import dataclass

from journey.editing import placed
from journey.model import Touchpoint
from journey.phases import model_of
from tests.browser.walks import adapter
from tests.browser.walks.acts.act import Act, is_free
from tests.browser.walks.model import Draft, Effect
from tests.browser.walks.stage import Person, Stage
from tools.browser import wait_until_still


def _at_the_map(stage: Stage, who: str) -> bool:
    person = stage.people[who]
    return is_free(stage, who) and person.draft is None and (person.where, person.view) == ("journey-map", 0)


@dataclass(frozen=True)
class EditAtMark(Act):
    """Write on the title of a touchpoint in the window at its mark, and end with a key."""

    place: int
    key: str

    def possible(self, stage: Stage) -> bool:
        return _at_the_map(stage, self.who) and bool(stage.expected.touchpoints)

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.catch_up(person)
        card = stage.expected.touchpoints[self.place % len(stage.expected.touchpoints)]
        word = stage.word(person.name)
        adapter.click_word(person.screen, card.id)
        stage.tell(f"{person.name} clicks {stage.name(card.id)!r} on the map, adds {word!r}, and ends with {self.key}")
        person.screen.keyboard.press("ControlOrMeta+End")
        person.screen.keyboard.type(word)
        person.screen.keyboard.press(self.key)
        wait_until_still(person.screen)
        adapter.close_window(person.screen, person.language)
        return Effect(saves=(Draft(card.id, "title", "Touchpoint", card.title, card.title + word, in_card=False),))


@dataclass(frozen=True)
class AddAtPlus(Act):
    """Add a touchpoint by the plus of a phase, and leave the window by a key or its button."""

    place: int
    key: str

    def possible(self, stage: Stage) -> bool:
        return _at_the_map(stage, self.who)

    def do(self, stage: Stage, person: Person) -> Effect:
        phases = model_of(stage.expected, person.language).phases
        phase, word = phases[self.place % len(phases)], stage.word(person.name)
        adapter.click_word(person.screen, phase.id, "add:touchpoints")
        stage.tell(f"{person.name} adds {word!r} by the plus of {phase.name!r}")
        person.screen.keyboard.type(word)
        person.screen.keyboard.press("Enter")
        wait_until_still(person.screen)
        if self.key == "Escape":
            person.screen.keyboard.press("Escape")
            wait_until_still(person.screen)
        adapter.close_window(person.screen, person.language)
        return Effect(born=(("touchpoints", {"title": word, "phase": phase.id}),))


@dataclass(frozen=True)
class PutBetween(Act):
    """Take two touchpoints in hand, and put them before another one, or behind it."""

    place: int
    after_it: bool

    def possible(self, stage: Stage) -> bool:
        return _at_the_map(stage, self.who) and len(stage.expected.touchpoints) > 2

    def do(self, stage: Stage, person: Person) -> Effect:
        stage.catch_up(person)
        held, phases = stage.expected.touchpoints, model_of(stage.expected, person.language).phases
        order = [card for phase in phases for card in held if card.phase == phase.id]
        first, second, other = (order[(self.place + step) % len(order)] for step in range(3))
        where = "behind" if self.after_it else "before"
        stage.tell(f"{person.name} puts {first.title!r} and {second.title!r} {where} {other.title!r}")
        for card in (first, second):
            adapter.take(person.screen, card.id)
        adapter.put_beside(person.screen, other.id, after=self.after_it)
        taken = [card.id for card in order if card in (first, second)]
        moved = placed(stage.expected, taken, other.phase, beside=other.id, after=self.after_it)
        cards = [edit.after for edit in moved if isinstance(edit.after, Touchpoint)]
        places = [(card.id, name, str(getattr(card, name))) for card in cards for name in ("phase", "rank")]
        return Effect(sets=tuple(places))
