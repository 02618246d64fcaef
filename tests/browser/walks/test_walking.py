"""The walks' own means: a line that can be cut and can stall, a model that sees every loss, walks that get shorter."""

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import pytest

from tests import builders
from tests.browser.walks import shorten
from tests.browser.walks.acts.act import Act
from tests.browser.walks.connection import Connection
from tests.browser.walks.machine import Loss
from tests.browser.walks.model import Lost, compare, difference, put_back, with_field
from tests.browser.walks.stage import Stage


@pytest.fixture
def echo() -> Iterator[int]:
    """The port of a server that says what it hears."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            while True:
                try:
                    one, _ = listening.accept()
                except OSError:
                    return
                threading.Thread(target=_repeat, args=(one,), daemon=True).start()

        threading.Thread(target=answer, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def _repeat(one: socket.socket) -> None:
    try:
        while data := one.recv(100):
            one.sendall(data)
    except OSError:
        pass


def _has_ended(near: socket.socket) -> bool:
    try:
        return near.recv(100) == b""
    except ConnectionResetError:
        return True


def test_a_line_carries_words_holds_them_back_while_it_stalls_and_ends_when_it_is_cut(echo: int) -> None:
    with Connection(echo) as line, socket.create_connection(("127.0.0.1", line.port), timeout=5) as near:
        near.sendall(b"hello")
        assert near.recv(100) == b"hello"
        line.stall()
        near.sendall(b"late")
        near.settimeout(0.2)
        with pytest.raises(TimeoutError):
            near.recv(100)
        near.settimeout(5)
        line.flow()
        assert near.recv(100) == b"late"
        line.cut()
        assert _has_ended(near)


def test_a_line_that_is_down_takes_nobody_until_it_is_up(echo: int) -> None:
    with Connection(echo) as line:
        line.down()
        with socket.create_connection(("127.0.0.1", line.port), timeout=5) as near:
            assert _has_ended(near)
        line.up()
        with socket.create_connection(("127.0.0.1", line.port), timeout=5) as near:
            near.sendall(b"hello")
            assert near.recv(100) == b"hello"


def test_on_a_dead_line_nothing_comes_back_and_another_one_flows(echo: int) -> None:
    with Connection(echo) as line, socket.create_connection(("127.0.0.1", line.port), timeout=0.2) as dead:
        dead.sendall(b"hello")
        assert dead.recv(100) == b"hello"
        line.deaden()
        dead.sendall(b"late")
        with socket.create_connection(("127.0.0.1", line.port), timeout=5) as near:
            near.sendall(b"hello")
            assert near.recv(100) == b"hello"
        line.flow()
        with pytest.raises(TimeoutError):
            dead.recv(100)


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"goals": ()}, "vanished"),
        ({"goals": (builders.a_goal(id="goal", metric="calls"),), "personas": (builders.a_persona(),)}, "appeared"),
        ({"goals": (builders.a_goal(id="goal"),)}, "emptied in the store"),
        ({"goals": (builders.a_goal(id="goal", metric="visits"),)}, "other in the store"),
    ],
)
def test_the_model_names_what_nobody_did(changed: dict[str, Any], kind: str) -> None:
    expected = builders.a_workshop(goals=(builders.a_goal(id="goal", metric="calls"),))
    with pytest.raises(Lost) as lost:
        compare(expected, builders.a_workshop(**changed))
    assert lost.value.kind == kind


def test_a_step_is_put_back_unless_somebody_has_changed_its_card_since() -> None:
    goal = builders.a_goal(id="goal", metric="calls")
    before, after, later = (
        builders.a_workshop(goals=(with_field(goal, "metric", typed),)) for typed in ("calls", "visits", "letters")
    )
    step = difference(before, after)
    assert put_back(after, step) == before
    assert put_back(later, step) is None


@dataclass(frozen=True)
class Numbered(Act):
    number: int = 0


def test_a_walk_is_shortened_to_what_its_loss_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    def walk_again(acts: tuple[Act, ...], stage: Stage) -> Loss | None:
        numbers = [cast("Numbered", act).number for act in acts]
        return Loss(acts, (), "", ("vanished", "")) if {2, 7} <= set(numbers) else None

    monkeypatch.setattr(shorten, "walk_again", walk_again)
    long = Loss(tuple(Numbered("Anna", number) for number in range(9)), (), "", ("vanished", ""))
    short = shorten.shortest(long, lambda: cast("Stage", None), seconds=60)
    assert [cast("Numbered", act).number for act in short.acts] == [2, 7]
    assert shorten.shortest(long, lambda: cast("Stage", None), seconds=-1) is long
