"""Server time of every page with the full sample, beside an empty Streamlit page on the same server in the same run.

A run is timed as a browser's connection sees it, from its request to the server's "finished", so everything counts
that the server does and sends: script, store, charts, serialisation. Rounds alternate between the pages, so that a slow
moment of the machine falls on all of them. `python -m bench.pages`.
"""

import asyncio
import socket
import statistics
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from journey.model import Language
from tools import prepared
from tools.app_server import ROOT, AppServer
from tools.screenshots import VIEWS, View

ROUNDS = 15
_SETTLED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)


class PageFailed(RuntimeError):
    """A page raised an exception, so that its time says nothing."""


@dataclass
class Tab:
    """One browser tab: a connection to the server that remembers what the page sent to it."""

    connection: ClientConnection
    query: str
    page: str
    widgets: WidgetStates = field(default_factory=WidgetStates)
    choices: dict[str, list[str]] = field(default_factory=dict)

    async def run(self) -> float:
        """Ask for a run and wait for its end; the seconds between."""
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.page
        message.rerun_script.widget_states.CopyFrom(self.widgets)
        message.rerun_script.context_info.locale = "de-DE"
        message.rerun_script.context_info.timezone = "Europe/Berlin"
        began = time.perf_counter()
        await self.connection.send(message.SerializeToString())
        while True:
            self._acknowledge_at_once()
            frame = await self.connection.recv()
            answer = ForwardMsg()
            answer.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished in _SETTLED:
                return time.perf_counter() - began
            self._note(answer)

    def _acknowledge_at_once(self) -> None:
        """Linux waits 40 ms with some acknowledgements, and the server with its next packet for them: not its work."""
        if hasattr(socket, "TCP_QUICKACK"):
            own: socket.socket = self.connection.transport.get_extra_info("socket")
            own.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)

    def _note(self, answer: ForwardMsg) -> None:
        element = answer.delta.new_element
        if element.WhichOneof("type") == "exception":
            raise PageFailed(f"{self.page}: {element.exception.type} {element.exception.message}")
        if element.WhichOneof("type") == "button_group":
            group = element.button_group
            self.choices[group.id] = [option.content for option in group.options]

    def switch_to(self, view: View) -> None:
        """Choose a view of the page from now on."""
        switch = next(each for each in self.choices if each.endswith(f"view-{view.switch}"))
        state = self.widgets.widgets.add(id=switch)
        state.string_array_value.data.append(self.choices[switch][view.place])


async def open_tab(server: AppServer, query: str, page: str) -> Tab:
    """A fresh session on a page. It has not run yet."""
    connection = await connect(
        f"{server.url.replace('http', 'ws')}/_stcore/stream",
        origin=Origin(server.url),
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
    )
    return Tab(connection, query, page)


@dataclass
class Times:
    """Seconds of one page: the first run of a fresh session, and later runs in an open one."""

    first: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)


async def measured(server: AppServer, workshop: str) -> dict[str, Times]:
    """Every view's times over all rounds; the empty page's under the name `empty`."""
    pages = {"empty": View("/"), **{name: view for name, view in VIEWS.items() if name != "start"}}
    query = dict.fromkeys(pages, f"lang=de&workshop={workshop}") | {"empty": "empty=1"}
    times = {name: Times() for name in pages}
    for round_number in range(ROUNDS + 1):
        for name, view in pages.items():
            tab = await open_tab(server, query[name], view.path.strip("/"))
            first = await tab.run()
            if view.switch:
                tab.switch_to(view)
            await tab.run()
            again = await tab.run()
            await tab.connection.close()
            if round_number:  # the first round warms the server's caches and imports
                times[name].first.append(first)
                times[name].again.append(again)
    return times


def main() -> None:
    """Measure and print a table of medians and ratios."""
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary) / "data"
        [workshop] = prepared.put(data, prepared.full(Language.DE))
        with AppServer(data, script=ROOT / "bench" / "with_empty_page.py") as server:
            try:
                times = asyncio.run(measured(server, workshop))
            except PageFailed:
                print(server.log)
                raise
    empty = times.pop("empty")
    floor, first_floor = statistics.median(empty.again), statistics.median(empty.first)
    print(f"Pages with the full sample, median of {ROUNDS} runs; an empty Streamlit page takes")
    print(f"{first_floor * 1000:.1f} ms in a fresh session and {floor * 1000:.1f} ms in an open one.\n")
    print(f"{'page':<24}{'fresh session':>16}{'ratio':>8}{'open session':>16}{'ratio':>8}")
    for name, each in times.items():
        first, again = statistics.median(each.first), statistics.median(each.again)
        print(
            f"{name:<24}{first * 1000:>13.1f} ms{first / first_floor:>8.1f}{again * 1000:>13.1f} ms{again / floor:>8.1f}"
        )


if __name__ == "__main__":
    main()
