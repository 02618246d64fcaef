"""Words that two people type are never lost: random walks of both through the real app, against a plain model.

The tests of every day take 15 walks that are always the same. `make walks` takes 500, with a new seed, which is named when
something is lost; `SEED=7 make walks` repeats them, WALKS=40 sets another number."""

import os
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from playwright.sync_api import Browser

from journey.model import Action, Language, Workshop, new_id
from journey.store import Store, open_store
from tests import builders
from tests.browser.walks.acts.opening import OpenFromMap
from tests.browser.walks.acts.trouble import Cut
from tests.browser.walks.acts.typing import Leave, Type
from tests.browser.walks.connection import Connection
from tests.browser.walks.kinds import KINDS, Kind
from tests.browser.walks.machine import Found, Loss, machine
from tests.browser.walks.shorten import shortest, walk_again
from tests.browser.walks.stage import Person, Stage, enter
from tools import prepared
from tools.app_server import AppServer, Starter

WALKS = int(os.environ.get("WALKS", "25"))
SEED = int(os.environ.get("SEED") or (random.randrange(10_000) if "WALKS" in os.environ else 1))
SHORTEN_SECONDS = float(os.environ.get("SHORTEN_SECONDS", "90"))
"""For each loss."""


def a_small_workshop() -> Workshop:
    """A workshop with a few cards of each kind that the walks may open."""
    phases = ("aida-plus.awareness", "aida-plus.favorability", "aida-plus.consideration")
    titles = ("Newsletter", "Flyer", "Hotline")
    touchpoints = tuple(
        builders.a_touchpoint(title, phase=phase, rank=float(rank), content=f"{title} content", doing="reads")
        for rank, (title, phase) in enumerate(zip(titles, phases, strict=True))
    )
    empty = prepared.empty(Language.DE)
    cards = {
        "touchpoints": touchpoints,
        "goals": (
            builders.a_goal(metric="orders", baseline=3, target=5),
            builders.a_goal("More calls", perspective="customer"),
        ),
        "personas": (builders.a_persona(quote="Fine bread", share=40),),
        "sources": (builders.a_source(note="in the shop"),),
        "campaigns": (builders.a_campaign(traffic_source="letters"), builders.a_campaign("Spring offer", rank=1.0)),
        "relations": (builders.a_relation(touchpoints[0].id, touchpoints[1].id, note="often"),),
        "actions": (Action(id=new_id(), title="Call them", owner="Cleo"), Action(id=new_id(), rank=1.0, title="Write")),
    }
    return empty.exchanged(cards, empty.frame.model_copy(update={"end_action": "They order"}))


class Venue:
    """A server with its store, and two people at their browsers who come to walk after walk."""

    def __init__(self, browser: Browser, server: AppServer, stack: ExitStack) -> None:
        self.server = server
        self.store: Store = open_store(f"sqlite:///{server.data / 'workshops.sqlite3'}")
        stack.callback(self.store.close)
        lines = {name: stack.enter_context(Connection(server.port)) for name in ("Anna", "Bert")}
        self.people = {name: enter(browser, name, line) for name, line in lines.items()}
        for person in self.people.values():
            stack.callback(person.context.close)

    def begin(self, kind: Kind) -> Stage:
        """A new workshop, and both people as if they had never been here."""
        [workshop] = prepared.put(self.server.data, a_small_workshop())
        fresh = {
            name: Person(name, person.context, person.line, where=kind.start, view=kind.view)
            for name, person in self.people.items()
        }
        expected = self.store.open(workshop).workshop
        return Stage(
            self.store, workshop, fresh, kind.start, kind.view, expected, self.restart if kind.own_server else None
        )

    def restart(self) -> None:
        self.server.kill()
        self.server.start()


@pytest.fixture(scope="module")
def venue(
    browser: Browser, starter: Starter, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[Kind], Venue]]:
    with ExitStack() as stack:
        venues: dict[bool, Venue] = {}

        def of(kind: Kind) -> Venue:
            if kind.own_server not in venues:
                data = tmp_path_factory.mktemp("walks") / "data"
                impatient = {"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "1"} if kind.own_server else {}
                server = stack.enter_context(AppServer(data, environment=impatient, starter=starter))
                venues[kind.own_server] = Venue(browser, server, stack)
            return venues[kind.own_server]

        yield of


def as_sentences(losses: list[Loss]) -> str:
    return "".join(f"\n\n[{' – '.join(loss.kind)}]\n{loss}" for loss in losses)


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name.replace(" ", "-"))
def test_no_word_is_lost_on_a_walk(venue: Callable[[Kind], Venue], kind: Kind) -> None:
    place, found = venue(kind), Found()
    walks = machine(kind.choices(), lambda: place.begin(kind), found)
    run_state_machine_as_test(
        seed(SEED)(walks),
        settings=settings(
            max_examples=max(1, WALKS // len(KINDS)),
            stateful_step_count=kind.steps,
            derandomize=False,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    print(f"{found.walks} walks, seed {SEED}: {dict(found.tally.most_common())}", file=sys.stderr)
    losses = [shortest(loss, lambda: place.begin(kind), SHORTEN_SECONDS) for loss in found.losses.values()]
    assert not losses, f"seed {SEED}{as_sentences(losses)}"


def test_a_gap_in_the_line_takes_nobody_out_of_a_field(venue: Callable[[Kind], Venue]) -> None:
    kind = next(each for each in KINDS if each.own_server)
    acts = (OpenFromMap("Anna", 0), Type("Anna", 0, replaces=False), Cut("Anna", 0.2), Leave("Anna", "Tab"))
    assert walk_again(acts, venue(kind).begin(kind)) is None
