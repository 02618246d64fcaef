"""What an act is, and how it is done and checked."""

from dataclasses import dataclass
from typing import ClassVar

from tests.browser.walks.model import NOTHING, Effect
from tests.browser.walks.stage import Person, Stage

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


def is_free(stage: Stage, who: str) -> bool:
    """No card is open and no question is to be answered."""
    person = stage.people[who]
    return person.card is None and not person.clashes


def leave(person: Person) -> Effect:
    """The person's cursor leaves the field that she typed into."""
    draft, person.draft = person.draft, None
    return Effect(saves=(draft,)) if draft else NOTHING


def tap(hold: int) -> str:
    return "" if hold else " with a tap"
