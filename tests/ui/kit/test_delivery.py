"""Between two runs: what the first one said is taken before the second one is asked for."""

import asyncio
import threading

from ui.kit.delivery import Connection


async def _story() -> list[str]:
    """What a server's thread gets to hear when a browser asks for something while a run is about to end."""
    loop, heard = asyncio.get_running_loop(), list[str]()
    connection, drawn, asked = Connection(loop), threading.Event(), threading.Event()

    def script() -> None:
        loop.call_soon_threadsafe(heard.append, "drawn")
        drawn.set()
        connection.ends()
        heard.append("the script goes on")
        assert asked.wait(10)
        loop.call_soon_threadsafe(heard.append, "finished")

    running = threading.Thread(target=script)
    running.start()
    drawn.wait(10)  # the server's thread is busy until then
    while "the script goes on" not in heard:
        await asyncio.sleep(0)
    loop.call_soon(asked.set)
    await connection.between_runs()
    heard.append("asked")
    running.join()
    return heard


def test_what_a_run_said_is_taken_before_the_next_one_is_asked_for() -> None:
    assert asyncio.run(_story()) == ["drawn", "the script goes on", "finished", "asked"]


async def _without_an_end() -> float:
    """How long somebody waits who asks for something between two runs, or in the middle of one. Seconds."""
    loop = asyncio.get_running_loop()
    began, connection = loop.time(), Connection(loop)
    await connection.between_runs()
    connection.begins()
    await connection.between_runs()
    return loop.time() - began


def test_nobody_waits_while_no_run_ends() -> None:
    assert asyncio.run(_without_an_end()) < 1
