"""What a run has drawn reaches the browser, whatever the browser asks for meanwhile.

Streamlit hands what a script draws from the script's thread to the server's, piece by piece. When a part's timer fires just as
a run has ended, the server begins another thread for it and throws away whatever of the one before it has not got to yet: on a
busy machine up to the whole page, behind which somebody's click stood (Streamlit 1.67, findings/streamlit_click_lost_to_timer.sh).
So a run ends only once the server has taken all of it, and what the browser says while a run is about to end waits until it has.

What it says twice counts once. A press waits in the browser for the end of what is at work there; where a part's timer fires meanwhile,
its message tells of the press too, and the callback would be called for each (1.67, findings/streamlit_press_counts_twice.sh: "undo" takes
back two changes). A timer presses nothing, so what it tells of presses is left out: their own message comes right after it.

What it said last counts too. When a page is closed, Streamlit ends its run at once, also one that has just begun to save what was
typed, and forgets one that was asked for and has not begun (1.67, findings/streamlit_closed_page_ends_its_callback.sh). So it hears of the end of a line only once that is done.
"""

import asyncio
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import wraps
from time import monotonic
from typing import Any, ParamSpec

import streamlit as st
from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

_HEADER = "x-journey-connection"
_PATIENCE = 5.0  # s: longer is no end of a run
_LAST_WORDS = 10.0  # s: longer nobody waits for the last run of a page that is gone
_TURN = 0.002  # s
_PRESSES = frozenset({"trigger_value", "string_trigger_value", "chat_input_value", "json_trigger_value"})

P = ParamSpec("P")


@dataclass
class Connection:
    """A browser's open line to the server, whose thread runs `loop`; `ending` is the thread of a run that is about to end,
    `runs` that of the latest run. `asked`: the browser has said something since then. `gone`: the browser is no longer there."""

    loop: asyncio.AbstractEventLoop
    ending: threading.Thread | None = None
    runs: threading.Thread | None = None
    asked: bool = False
    gone: bool = False

    def begins(self) -> None:
        """A run begins in this thread; the callbacks of what was asked for before are done."""
        self.ending, self.runs, self.asked = None, threading.current_thread(), False

    def ends(self) -> None:
        """The run of this thread has drawn all: comes back once the server has taken it."""
        self.ending = threading.current_thread()
        taken = threading.Event()
        with suppress(RuntimeError):  # the server has gone down
            self.loop.call_soon_threadsafe(taken.set)
            taken.wait(_PATIENCE)

    async def between_runs(self) -> None:
        """Comes back when no run is about to end, and all that the last one said was taken."""
        latest = monotonic() + _PATIENCE
        while (ending := self.ending) and ending.is_alive() and monotonic() < latest:
            await asyncio.sleep(_TURN)
        if ending:
            await asyncio.sleep(0)  # its last words stand before us
            self.ending = None

    async def last_words(self) -> None:
        """Comes back when nothing is at work any more of what the browser has said. A thread goes on to what was asked for
        meanwhile, so that its end is the end of all."""
        latest = monotonic() + _LAST_WORDS
        while (self.asked or (self.runs and self.runs.is_alive())) and monotonic() < latest:
            await asyncio.sleep(_TURN)


_CONNECTIONS: dict[str, Connection] = {}
_THREAD = threading.local()


class InOrder:
    """ASGI: what a browser says waits for its turn. Each connection has a name among its headers, which runs find it by."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Only websockets are touched."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        name, connection = secrets.token_hex(), Connection(asyncio.get_running_loop())
        headers = [pair for pair in scope["headers"] if pair[0].lower() != _HEADER.encode()]

        async def in_turn() -> Message:
            message = await receive()
            if message["type"] == "websocket.disconnect":
                connection.gone = True
                await connection.last_words()
            else:
                await connection.between_runs()
                connection.asked = message["type"] == "websocket.receive"
                if said := message.get("bytes"):
                    message["bytes"] = _without_presses(said)
            return message

        async def to_browser(message: Message) -> None:
            if not connection.gone:
                with suppress(OSError):  # it has just gone, which `in_turn` tells; told here, it would end the run
                    await send(message)

        _CONNECTIONS[name] = connection
        try:
            await self.app({**scope, "headers": [*headers, (_HEADER.encode(), name.encode())]}, in_turn, to_browser)
        finally:
            del _CONNECTIONS[name]


def _without_presses(said: bytes) -> bytes:
    """What a browser says, where a timer says it without the presses that its own messages tell of."""
    message = BackMsg()
    try:
        message.ParseFromString(said)
    except DecodeError:  # Streamlit says what it thinks of it
        return said
    widgets = message.rerun_script.widget_states.widgets
    kept = [each for each in widgets if each.WhichOneof("value") not in _PRESSES]
    if not message.rerun_script.is_auto_rerun or len(kept) == len(widgets):
        return said
    del widgets[:]
    widgets.extend(kept)
    rest: bytes = message.SerializeToString()
    return rest


@contextmanager
def run() -> Iterator[None]:
    """A run of the whole page, or of a part of it alone. Parts that are drawn on the way belong to it."""
    if getattr(_THREAD, "runs", False):
        yield
        return
    connection = _CONNECTIONS.get(st.context.headers.get(_HEADER, ""))
    _THREAD.runs = True
    try:
        if connection:
            connection.begins()
        yield
        if connection:
            connection.ends()
    finally:
        _THREAD.runs = False


def fragment(part: Callable[P, object], *, run_every: float | None = None, key: str | None = None) -> Callable[P, None]:
    """A part of the page that can run by itself, as `st.fragment`."""
    return st.fragment(_as_run(part), run_every=run_every, key=key)


def dialog(title: str, part: Callable[P, object], **options: Any) -> Callable[P, None]:
    """A part that stands over the page, as `st.dialog`."""
    return st.dialog(title, **options)(_as_run(part))


def _as_run(part: Callable[P, object]) -> Callable[P, None]:
    @wraps(part)
    def drawn(*given: P.args, **named: P.kwargs) -> None:
        with run():
            part(*given, **named)

    return drawn
