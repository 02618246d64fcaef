"""Files to take along: what their buttons are made of."""

import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
from streamlit import runtime
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.scriptrunner import get_script_run_ctx

from journey.charts import funnel_chart
from journey.charts.kit.canvas import LayeredChart
from journey.model import Language
from journey.numbers import Funnel
from journey.store import NoSuchWorkshop
from ui.kit import download
from ui.kit.picture import drawing

ROOT = Path(__file__).parents[3]


def test_every_download_button_is_made_in_one_place() -> None:
    files = [path for folder in ("ui", "pages") for path in (ROOT / folder).rglob("*.py")]
    assert [path.name for path in files if "st.download_button(" in path.read_text("utf-8")] == ["download.py"]


def test_a_drawing_is_drawn_where_nobody_has_a_session() -> None:
    drawn = drawing(funnel_chart, Funnel(()), Language.DE, currency="€")
    assert drawn(dark=False) == funnel_chart(Funnel(()), Language.DE, dark=False, currency="€")


def test_a_drawing_takes_nothing_that_could_ask_the_session() -> None:
    def asks_later(language: Language, *, dark: bool) -> LayeredChart:
        return funnel_chart(Funnel(()), language, dark=dark)

    with pytest.raises(TypeError, match=re.escape("asks_later is no chart")):
        drawing(asks_later, Language.DE)


def test_a_file_stays_until_the_browser_has_fetched_it_however_many_pages_run_meanwhile(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    storage = MemoryMediaFileStorage("/media")
    manager = MediaFileManager(storage)
    monkeypatch.setattr(runtime, "exists", lambda: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: SimpleNamespace(media_file_mgr=manager))
    work = partial(download._kept, lambda: None, "", lambda: b"[]", "map.svg", download.MIME["svg"])
    button = manager.add_deferred(work, download.MIME["svg"], "coordinates", file_name="map.svg")
    caplog.clear()
    with ThreadPoolExecutor(1) as threads:
        url = threads.submit(manager.execute_deferred, button).result()
        known = threads.submit(get_script_run_ctx, suppress_warning=True).result()
    assert (caplog.messages, known) == ([], None), "no session is asked for, and none is left behind"
    for _ in range(5):
        manager.remove_orphaned_files()
    assert storage.get_file(url.rpartition("/")[2]).content == b"[]"


def test_no_file_is_made_for_who_may_not_see_the_workshop_any_more() -> None:
    made = Mock(return_value=b"")

    def refuse() -> None:
        raise NoSuchWorkshop("workshop")

    with pytest.raises(NoSuchWorkshop):
        download._kept(refuse, "", made, "map.svg", download.MIME["svg"])
    made.assert_not_called()
