"""Hypothesis' rule-based machine: what a walk of a kind may contain, and what a loss leads to.

A loss doesn't stop the search: it is kept, one for each kind, and the walk ends there. Hypothesis' own shrinking would
walk hundreds of times; losses are shortened afterwards, within a limit (see shorten.py)."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule
from playwright.sync_api import Error

from tests.browser.walks.acts.act import Act, run
from tests.browser.walks.finish import finish
from tests.browser.walks.model import Lost
from tests.browser.walks.stage import Stage
from tools.browser import NeverStill

Choices = Sequence[tuple[Act, st.SearchStrategy[Act]]]
"""What a walk may consist of: an act of a kind, to ask whether it is possible, and how its details are drawn. What stands
there twice is done twice as often."""


@dataclass(frozen=True)
class Loss:
    """A walk that lost something: its acts, its sentences, and what was wrong in the end."""

    acts: tuple[Act, ...]
    told: tuple[str, ...]
    said: str
    kind: tuple[str, str]

    def __str__(self) -> str:
        return "; ".join(self.told) + f": {self.said}."


@dataclass
class Found:
    """What the walks of a run have met."""

    losses: dict[tuple[str, str], Loss] = field(default_factory=dict)
    tally: Counter[str] = field(default_factory=Counter)
    walks: int = 0


def step(stage: Stage, walked: list[Act], act: Act) -> Loss | None:
    """Walk one step; the loss if it loses something."""
    walked.append(act)
    return _lost(stage, walked, name_of(act), lambda: run(stage, act))


def end(stage: Stage, walked: list[Act], *, exports: bool) -> Loss | None:
    """End a walk; the loss if only now something turns out to be lost."""
    return _lost(stage, walked, "at the end", lambda: finish(stage, exports=exports))


def _lost(stage: Stage, walked: list[Act], where: str, doing: Callable[[], None]) -> Loss | None:
    # An error of the browser and a page that never rests are losses too: nobody can go on there.
    try:
        doing()
    except (Lost, NeverStill, Error, AssertionError) as error:
        kind = error.kind if isinstance(error, Lost) else type(error).__name__
        said = str(error).partition("\nCall log")[0]
        return Loss(tuple(walked), tuple(stage.told), said, (kind, where))
    return None


def name_of(act: Act) -> str:
    """The kind of an act, with the way of closing where it closes."""
    way, hold = getattr(act, "way", ""), getattr(act, "hold", None)
    tapped = "tapped" if hold == 0 and way != "Esc" else ""
    same = "the same field" if getattr(act, "same", False) else ""
    return " ".join(filter(None, [type(act).__name__, way, tapped, same]))


def machine(choices: Choices, begin: Callable[[], Stage], found: Found) -> type[RuleBasedStateMachine]:
    """A machine whose walks consist of these acts, each on a stage of its own."""

    class Walk(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.walked: list[Act] = []
            self.loss: Loss | None = None
            self.exports = False
            self.stage = begin()
            found.walks += 1

        @initialize(exports=st.integers(0, 3))
        def decide(self, exports: int) -> None:
            self.exports = exports == 0

        @rule(data=st.data())
        def somebody_acts(self, data: st.DataObject) -> None:
            # One rule for all acts: with a rule each, Hypothesis would leave some out of each walk, and most walks could
            # not even begin.
            possible = [drawn for kind, drawn in choices if kind.possible(self.stage)]
            if self.loss is None and possible:
                act = data.draw(st.one_of(possible))
                if act.possible(self.stage):
                    found.tally[name_of(act)] += 1
                    self.note(step(self.stage, self.walked, act))

        def note(self, loss: Loss | None) -> None:
            self.loss = loss
            if loss and len(loss.acts) < len(found.losses.get(loss.kind, _LONGEST).acts):
                found.losses[loss.kind] = loss

        def teardown(self) -> None:
            if self.loss is None and self.walked:
                self.note(end(self.stage, self.walked, exports=self.exports))

    return Walk


_LONGEST = Loss((Act(""),) * 1_000, (), "", ("", ""))
