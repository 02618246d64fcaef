"""Files to take along: what their buttons are made of."""

import re
from pathlib import Path

import pytest

from journey.charts import funnel_chart
from journey.model import Language
from journey.numbers import Funnel
from ui.picture import drawing

ROOT = Path(__file__).parents[2]


def test_every_download_button_is_made_in_one_place():
    files = [path for folder in ("ui", "pages") for path in (ROOT / folder).glob("*.py")]
    assert [path.name for path in files if "st.download_button(" in path.read_text("utf-8")] == ["download.py"]


def test_a_drawing_is_drawn_where_nobody_has_a_session():
    drawn = drawing(funnel_chart, Funnel(()), Language.DE, currency="€")
    assert drawn(dark=False).to_dict() == funnel_chart(Funnel(()), Language.DE, dark=False, currency="€").to_dict()


def test_a_drawing_takes_nothing_that_could_ask_the_session():
    def asks_later(language, *, dark):
        return funnel_chart(Funnel(()), language, dark=dark)

    with pytest.raises(TypeError, match=re.escape("asks_later is no chart")):
        drawing(asks_later, Language.DE)
