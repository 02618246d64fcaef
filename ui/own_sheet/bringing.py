"""Where a sheet comes in: a file, or a block that was pasted; and which forms are understood."""

from pathlib import Path

import streamlit as st

from ui.cards import brought
from ui.kit import keeper
from ui.state import session
from ui.state.words import plain, safe, t

_PASTED = "own-sheet-pasted"


def draw() -> None:
    """A place for a file and one for pasted cells, and examples of what is understood below them."""
    st.html(f"<p class='j-lead'>{safe(t('own_sheet.lead'))}</p>")
    file, paste = st.columns(2, gap="large")
    with file:
        _file()
    with paste:
        _paste()
    st.header(t("own_sheet.shapes"), anchor=False)
    for column, example in zip(st.columns(3, gap="medium"), (_rows, _matrix, _list), strict=True):
        with column, st.container(border=True, height="stretch"):
            st.html(example())


def _file() -> None:
    from journey.exchange import UnreadableFile
    from journey.exchange.own_sheets import ENDINGS, sheets_of

    key = f"own-sheet:{session.generation('own-sheet')}"
    file = st.file_uploader(t("own_sheet.file"), type=list(ENDINGS), key=key, help=t("own_sheet.file_help"))
    if file is None:
        return
    with st.spinner(t("own_sheet.reading")):
        try:
            brought.bring(Path(file.name).stem[:100], sheets_of(file.getvalue(), file.name))
        except UnreadableFile as error:
            st.error(plain(error.message(session.language())), icon=":material/error:")
            return
    st.rerun()


def _paste() -> None:
    key = f"{_PASTED}:{session.generation('own-sheet')}"
    st.text_area(t("own_sheet.paste"), key=key, height=140, placeholder=t("own_sheet.paste_hint"))
    keeper.keep(keeper.PAGE, key, settled=None, saves=True)
    st.button(t("own_sheet.read"), key="own-sheet-read", icon=":material/content_paste:", on_click=_read, args=(key,))


def _read(key: str) -> None:
    from journey.exchange import UnreadableFile
    from journey.exchange.own_sheets import grid_of_text

    words = str(session.value(key) or "")
    try:
        brought.bring(t("own_sheet.pasted"), (grid_of_text(words, t("own_sheet.pasted")),))
    except UnreadableFile:
        return
    keeper.forget(key, words)


def _rows() -> str:
    ad, shop = _said("ad", "shop")
    head = (t("fields.touchpoints.phase"), t("fields.touchpoints.title"), t("fields.touchpoints.emotion"))
    body = ((_one("awareness"), ad, "+1"), (_one("purchase"), shop, "−1"))
    return _example("rows", _small(_one("rows"), head, body))


def _matrix() -> str:
    ad, shop, loud, costs = _said("ad", "shop", "loud", "costs")
    head = (t("fields.touchpoints.phase"), _one("awareness"), _one("purchase"))
    body = ((t("fields.plural.touchpoints"), ad, shop), (t("fields.touchpoints.pain_points"), loud, costs))
    return _example("matrix", _small(_one("matrix"), head, body))


def _list() -> str:
    ad, shop = _said("ad", "shop")
    lines = f"{safe(_one('awareness'))}:\n- {safe(ad)}\n\n{safe(_one('purchase'))}:\n- {safe(shop)}"
    return _example("lines", f"<pre class='j-quiet'>{lines}</pre>")


def _example(name: str, shown: str) -> str:
    return f"<div class='j-card'><h3>{safe(t(f'own_sheet.example.{name}'))}</h3>{shown}</div>"


def _said(*names: str) -> tuple[str, ...]:
    return tuple(_one(name) for name in names)


def _one(name: str) -> str:
    return t(f"own_sheet.example.{name}")


def _small(label: str, head: tuple[str, ...], body: tuple[tuple[str, ...], ...]) -> str:
    top = "".join(f"<th scope='col'>{safe(cell)}</th>" for cell in head)
    rows = "".join(
        f"<tr><th scope='row'>{safe(first)}</th>{''.join(f'<td>{safe(cell)}</td>' for cell in rest)}</tr>"
        for first, *rest in body
    )
    return (
        f"<div class='j-scroll' tabindex='0' role='region' aria-label='{safe(label)}'><table class='j-sheet j-sheet-small'>"
        f"<thead><tr>{top}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
