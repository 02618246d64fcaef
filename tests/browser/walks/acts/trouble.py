"""Trouble: the line is cut or stalls, the server dies."""

from dataclasses import dataclass

from tests.browser.walks import adapter
from tests.browser.walks.acts.about import find_again
from tests.browser.walks.acts.act import Act, leave
from tests.browser.walks.model import NOTHING, Effect
from tests.browser.walks.stage import Person, Stage
from tools.browser import wait_until_still


def _heal(stage: Stage, person: Person) -> None:
    """The connection is there again, and the page looks for news as it does every few seconds."""
    wait_until_still(person.screen, 60_000)
    adapter.look_out(person.screen)
    wait_until_still(person.screen, 60_000)  # a page whose server knows nothing of it loads itself anew
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
        return leave(person)


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
