"""A file from outside: what was read, what was not, and what would change, all seen before anything is applied."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

import streamlit as st

from journey.editing import FROM_FILE, difference
from journey.model import Workshop
from ui.cards import brought
from ui.cards.changes_table import changes_table
from ui.kit import delivery
from ui.kit.rooms import named
from ui.kit.tables import table
from ui.state import session
from ui.state.words import many, plain, safe, t

if TYPE_CHECKING:
    from journey.exchange import Problem, Reading, UnreadableFile
    from journey.exchange.own_sheets import SheetGrid

_SHOWN, _SOME_ROWS = 200, 3
_FOREIGN = {"not_ours", "no_workbook", "csv", "old_excel", "open_document", "binary_workbook"}
"""Why a file is refused that may hold a table of somebody's own."""
_TEXTS = {".csv", ".tsv", ".txt", ".md", ".mmd"}


@dataclass
class ImportAsked:
    """Whether the dialog was asked for: the next run opens it."""

    now: bool = False


def ask() -> None:
    """Ask for the dialog that reads a file into the open workshop."""
    session.of_tab(ImportAsked).now = True


def show() -> None:
    """Open the dialog if it was asked for."""
    asked = session.of_tab(ImportAsked)
    if asked.now:
        asked.now = False
        delivery.dialog(t("import.heading"), _into_open, width="large")()


def uploader(key: str) -> "Reading | None":
    """Choose a file and read it; the reading, or None while there is none or when it cannot be read (said aloud)."""
    from journey.exchange.own_sheets import ENDINGS

    file = st.file_uploader(
        t("import.choose"),
        type=["json", "zip", *ENDINGS],
        key=f"{key}:{session.generation(key)}",
        help=t("import.help"),
    )
    if file is None:
        return None
    from journey.exchange import UnreadableFile, read_document

    base = session.workshop() if key == "read-back" else None
    with st.spinner(t("import.reading")):
        try:
            return read_document(file.getvalue(), file.name, session.language(), base)
        except UnreadableFile as error:
            _refused(error, file.name, file.getvalue(), key)
            return None


def way_to_own_sheet(key: str, words: str) -> None:
    """The way to the page for sheets of somebody's own, as long as no file is chosen in the uploader with this key."""
    if session.value(f"{key}:{session.generation(key)}") is None:
        named("own_sheet").link(label=words, icon=":material/table_convert:")


def _refused(error: "UnreadableFile", name: str, data: bytes, key: str) -> None:
    """Why a file is none of this app's; where it is a sheet of somebody's own, the way to its cards."""
    from journey.exchange import UnreadableFile
    from journey.exchange.own_sheets import sheets_of

    grids: tuple[SheetGrid, ...] = ()
    if error.key in _FOREIGN or PurePath(name).suffix.lower() in _TEXTS:
        with suppress(UnreadableFile):
            grids = sheets_of(data, name)
    if not grids or (error.key == "no_workbook" and all(len(grid.rows) < _SOME_ROWS for grid in grids)):
        st.error(plain(error.message(session.language())), icon=":material/error:")
        return
    st.info(_truly(data, name), icon=":material/table_convert:")
    _to_numbers(grids, key)
    if st.button(t("import.foreign_go"), key=f"{key}-foreign", type="primary", icon=":material/arrow_forward:"):
        brought.bring(PurePath(name).stem[:100], grids, into_open=key == "read-back")
        session.renew(key)
        named("own_sheet").go()


def _to_numbers(grids: "tuple[SheetGrid, ...]", key: str) -> None:
    """Where the file lists events or orders, what it is good for, and the way there from an open workshop."""
    from journey.numbers.reading import is_log_like

    if not any(is_log_like(grid.rows, session.language()) for grid in grids):
        return
    st.info(t("import.is_log"), icon=":material/query_stats:")
    if key == "read-back":
        named("numbers").link(label=t("import.to_numbers"), icon=":material/query_stats:")


def _truly(data: bytes, name: str) -> str:
    """What a file is that this app did not write, whatever it is called, and what can become of it."""
    from journey.exchange.own_sheets import TrueKind

    kind = TrueKind.of(data)
    called = ""
    if kind.is_misnamed(name):
        ending = PurePath(name).suffix.lower() or name
        called = t("import.misnamed", ending=plain(ending), kind=kind.words(session.language()))
    return f"{called} {t('import.foreign_text' if kind is TrueKind.TEXT else 'import.foreign')}".strip()


def problems(found: "tuple[Problem, ...]", words: str = "import.problems") -> None:
    """What could not be read as it stands, with sheet, row and column. `words` is the key of the noun that counts them."""
    if not found:
        st.success(t("import.no_problems"), icon=":material/check:")
        return
    with st.expander(many(words, len(found)), expanded=True, icon=":material/rule:"):
        head = [t(f"import.{name}") for name in ("sheet", "row", "column", "message")]
        rows = (
            (safe(p.sheet), str(p.row or ""), safe(p.column), safe(p.message(session.language())))
            for p in found[:_SHOWN]
        )
        st.html(table(many(words, len(found)), head, rows))


def rooms_of(reading: "Reading") -> None:
    """What becomes of the live rooms that a file brings, which goes with a new workshop alone."""
    if reading.rooms:
        st.info(many("import.rooms", len(reading.rooms)), icon=":material/groups:")


def _rooms_aside(reading: "Reading") -> None:
    """Rooms of the file that this workshop does not have stay in the file."""
    here = {room.id for room in session.store().rooms.of_workshop(session.workshop().frame.id)}
    strange = [record for record in reading.rooms if record.room.id not in here]
    if strange:
        st.info(many("import.rooms_aside", len(strange)), icon=":material/groups:")


def _into_open() -> None:
    st.write(t("import.into_open"))
    reading = uploader("read-back")
    if reading is None:
        way_to_own_sheet("read-back", t("import.own_sheet"))
        return
    problems(reading.problems)
    _rooms_aside(reading)
    _preview(session.workshop(), reading.workshop)


def _preview(old: Workshop, new: Workshop) -> None:
    from journey.exchange import differences

    changes = differences(old, new, session.language())
    if not changes:
        st.info(t("import.same"), icon=":material/done_all:")
        return
    st.markdown(f"**{many('import.changes', len(changes))}**")
    st.html(changes_table(changes[:_SHOWN]))
    if len(changes) > _SHOWN:
        st.caption(t("import.more", count=len(changes) - _SHOWN))
    if st.button(t("import.apply"), key="import-apply", type="primary", icon=":material/check:"):
        session.commit(difference(old, new), FROM_FILE)
        session.renew("read-back")
        session.renew("grid")
        st.rerun()
