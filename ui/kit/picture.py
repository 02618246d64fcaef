"""Charts on their way to the screen and to a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import streamlit as st
from streamlit.dataframe_util import convert_anything_to_arrow_bytes

from journey.model import Workshop
from ui.kit import download
from ui.state import session
from ui.state.words import safe, t

if TYPE_CHECKING:
    from journey.charts.files import Ending


@dataclass(frozen=True)
class Drawing:
    """What to draw: a chart of `journey.charts` and the plain values that it draws. It is put together while the page
    runs and drawn anywhere, also when nobody is there: the domain knows no session."""

    chart: Callable[..., Any]
    given: tuple[Any, ...]
    named: tuple[tuple[str, Any], ...] = ()

    def __post_init__(self) -> None:
        if not self.chart.__module__.startswith("journey.charts."):
            raise TypeError(f"{self.chart.__qualname__} is no chart: it could ask the session, which is gone by then")

    def __call__(self, *, dark: bool) -> Any:
        """The chart, for a dark or a light page."""
        return self.chart(*self.given, dark=dark, **dict(self.named))


def drawing(chart: Callable[..., Any], *given: Any, **named: Any) -> Drawing:
    """A chart with the values that it draws."""
    return Drawing(chart, given, tuple(named.items()))


def on_screen(chart: Any) -> dict[str, Any]:
    """A chart as st.vega_lite_chart takes it, with its tables as the bytes (Arrow) that the browser gets: made of lists of
    rows in every run they would be a third of what the server does for a page with a picture."""
    from journey.charts import spec

    drawn = spec(chart)
    return {**drawn, "datasets": {name: _table(rows) for name, rows in drawn.get("datasets", {}).items()}}


def show_wide(spec: dict[str, Any], alt: str, name: str) -> None:
    """A picture that needs more than a phone's width: there it is pushed sideways, as the map is."""
    st.html(f"<p class='j-swipe' aria-hidden='true'>{safe(t('frame.swipe'))}</p>")
    with st.container(key=f"wide-{name}"):
        st.vega_lite_chart(spec, theme=None, width="stretch", alt=alt, key=name)


def _table(rows: Sequence[dict[str, Any]]) -> bytes:
    """Rows as Arrow, by columns: pandas, which Streamlit would ask, takes ten times as long for it."""
    import pyarrow as pa

    names = dict.fromkeys(name for row in rows for name in row)
    return convert_anything_to_arrow_bytes(pa.table({name: [row.get(name) for row in rows] for name in names}))


Said = str | Callable[[], str]
"""What a picture says to who cannot see it; where it takes a while, how to say it: asked later, without a session."""


def menu(words: str, name: str, drawn: Drawing, alt: Said, *, titled: Workshop | None = None, called: str = "") -> None:
    """Downloads of a drawing as PNG in two sizes, SVG and PDF, light for paper, in files named after what is drawn (`called`,
    by itself `name`) and after `titled`, by itself the open workshop. A PDF has that one's title, and `alt`."""
    asked = st.popover(words, icon=":material/image:", key=f"picture-{name}", on_change="rerun")
    if not asked.open:
        return
    workshop = titled or session.workshop()
    title = workshop.frame.title or t("frame.untitled")
    with asked:
        for kind in ("png", "png_4x", "svg", "pdf"):
            download.button(
                t(f"takehome.picture.{kind}"), partial(_file, partial(drawn, dark=False), kind, title, alt), workshop, kind[:3],
                key=f"{name}:{kind}", prefix=f"{called or name}-4x-" if kind == "png_4x" else f"{called or name}-",
            )  # fmt: skip


def _file(chart: Callable[[], Any], kind: str, title: str, alt: Said) -> bytes:
    from journey.charts.files import SHARPER, chart_file

    if kind == "png_4x":
        return chart_file(chart(), "png", sharpness=SHARPER)
    said = "" if kind != "pdf" else alt if isinstance(alt, str) else alt()
    return chart_file(chart(), cast("Ending", kind), title=title, alt=said)
