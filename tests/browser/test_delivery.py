"""What a run draws arrives, whatever the browser asks for meanwhile."""

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tools.app_server import AppServer, Starter

TIMES = 12
_ENDED, _PART_ENDED = ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
_SILENCE = 5  # s: nothing more will come
_SOON = 8  # s: less than the last run of a page that is gone may take


@pytest.fixture(scope="module")
def app(starter: Starter, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppServer]:
    folder, script = tmp_path_factory.mktemp("delivery"), Path(__file__).with_name("delivery_app.py")
    with AppServer(folder / "data", script=script, starter=starter) as server:
        yield server


def _line(url: str) -> ClientConnection:
    socket = f"{url.replace('http', 'ws')}/_stcore/stream"
    return connect(socket, origin=Origin(url), subprotocols=[Subprotocol("streamlit")])


def _ask(connection: ClientConnection, part: str = "", *, query: str = "", pressed: str = "", **words: str) -> None:
    """As a click does, the timer of a part, or somebody who has typed `words` into fields, by their ids. `pressed`: a button's
    id."""
    message = BackMsg()
    message.rerun_script.widget_states.SetInParent()
    message.rerun_script.query_string = query
    for field, value in words.items():
        message.rerun_script.widget_states.widgets.add(id=field, string_value=value)
    if pressed:
        message.rerun_script.widget_states.widgets.add(id=pressed, trigger_value=True)
    message.rerun_script.fragment_id = part
    message.rerun_script.is_auto_rerun = bool(part)
    connection.send(message.SerializeToString())


def _heard(connection: ClientConnection, until: int) -> list[ForwardMsg]:
    """All messages up to one that says that a run has ended so, or as long as any come."""
    heard = [ForwardMsg()]
    with suppress(TimeoutError):
        while heard[-1].WhichOneof("type") != "script_finished" or heard[-1].script_finished != until:
            heard.append(ForwardMsg())
            heard[-1].ParseFromString(connection.recv(_SILENCE, decode=False))
    return heard


def _story(url: str) -> tuple[set[int], int]:
    """Which runs were shown, and how many were said to have ended, when a part's timer fires right after each click."""
    with _line(url) as connection:
        _ask(connection)
        heard = _heard(connection, _ENDED)
        part = next(each.delta.fragment_id for each in heard if each.delta.fragment_id)
        for _ in range(TIMES):
            _ask(connection)
            _ask(connection, part)
            heard += _heard(connection, _PART_ENDED)  # it may be left out where both were asked for at once
    texts = (each.delta.new_element.text.body.split() for each in heard)
    ended = [each for each in heard if each.WhichOneof("type") == "script_finished" and each.script_finished == _ENDED]
    return {int(words[1]) for words in texts if words[0:1] == ["run"]}, len(ended)


def test_a_click_is_answered_also_when_a_timer_fires_while_its_run_ends(app: AppServer) -> None:
    shown, ended = _story(app.url)
    assert shown == set(range(1, TIMES + 2))
    assert ended == TIMES + 1


def test_a_press_that_a_timer_tells_of_too_counts_once(app: AppServer) -> None:
    with _line(app.url) as connection:
        _ask(connection)
        heard = _heard(connection, _ENDED)
        part = next(each.delta.fragment_id for each in heard if each.delta.fragment_id)
        button = next(filter(None, (each.delta.new_element.button.id for each in heard)))
        _ask(connection, part, pressed=button)
        _heard(connection, _PART_ENDED)
        _ask(connection, pressed=button)
        heard = _heard(connection, _ENDED)
    texts = (each.delta.new_element.text.body for each in heard)
    assert [words for words in texts if words.startswith("presses")] == ["presses 1"]


def _typed_and_gone(url: str, file: Path, gone: Callable[[], bool]) -> None:
    """Somebody types into the field and is gone once something has come about."""
    with _line(url) as connection:
        _ask(connection, query=f"file={file}")
        fields = (each.delta.new_element.text_input.id for each in _heard(connection, _ENDED))
        _ask(connection, query=f"file={file}", **{next(filter(None, fields)): "Ehrlich"})
        _wait(gone)


def _wait(until: Callable[[], bool]) -> None:
    latest = time.monotonic() + _SOON
    while not until():
        assert time.monotonic() < latest
        time.sleep(0.01)


@pytest.mark.parametrize("at", ["once it is being saved", "at once"])
def test_what_was_typed_last_is_saved_also_when_the_page_is_closed(app: AppServer, tmp_path: Path, at: str) -> None:
    file = tmp_path / "words.txt"
    begun = file.with_suffix(".begun").exists
    _typed_and_gone(app.url, file, begun if at == "once it is being saved" else lambda: True)
    file.with_suffix(".go").touch()
    _wait(file.exists)
    _wait(lambda: file.read_text() == "Ehrlich")
